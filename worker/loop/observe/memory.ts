import { fold } from '../../core/learning/fold.ts';
import { createLearned, fromRows, type Learned, toRows } from '../../core/learning/learned.ts';
import { hashText } from '../../core/text/hash.ts';
import type { LearnedRow, LearningLog, LogEntry, Memory } from '../ports/stores/learning.ts';

/** Entries read at a time when a tail is folded: bounds what one statement returns. */
const TAIL_PAGE = 200;

/** Tenants held in the isolate at once. At 16 MB a tenant at most this stays under half of an isolate's 128 MB. */
const HELD_TENANTS = 3;

interface Held {
  learned: Learned;
  head: number;
  snapshotSeq: number;
  stored: Map<string, string>;
}

/**
 * Learned state in the isolate, by tenant and language, over the log. It is never the truth: whatever fails, the next
 * load starts from what was stored. Entries of other languages move the head without touching a state.
 */
export function createMemory(log: LearningLog): Memory {
  const held = new Map<string, Map<string, Held>>();
  const ofTenant = (tenant: string) => {
    const found = held.get(tenant) ?? new Map<string, Held>();
    held.delete(tenant);
    held.set(tenant, found);
    for (const oldest of held.keys()) {
      if (held.size <= HELD_TENANTS) break;
      held.delete(oldest);
    }
    return found;
  };

  /**
   * Requests share what is held, never a promise: workerd ends a request that waits for another one's. So each reads for
   * itself, and folds only where no other has folded meanwhile.
   */
  async function load(tenant: string, language: string): Promise<{ learned: Learned; head: number }> {
    const head = await log.head(tenant);
    const held = ofTenant(tenant).get(language);
    const state = held && (await isFoldable(tenant, language, held, head)) ? held : await begin(tenant, language, held);
    while (state.head < head) {
      const from = state.head;
      const tail = await log.entries(tenant, language, from, TAIL_PAGE);
      if (state.head !== from) continue;
      for (const entry of tail) fold(state.learned, entry);
      const last = tail.at(-1)?.seq ?? head;
      state.head = tail.length < TAIL_PAGE ? Math.max(head, last) : last;
    }
    return { learned: state.learned, head: Math.max(head, state.head) };
  }

  /**
   * Entries up to the snapshot may have lost their words to retention: a state behind it is not folded on. Nor is one ahead
   * of the log: the account left, and what it taught was removed.
   */
  async function isFoldable(tenant: string, language: string, state: Held, head: number): Promise<boolean> {
    if (state.head > head && state.head > (await log.head(tenant))) return false;
    return state.head >= head || ((await log.snapshotSeq(tenant, language)) ?? 0) <= state.head;
  }

  /** The state as the snapshot has it, in place of `stale`. */
  async function begin(tenant: string, language: string, stale: Held | undefined): Promise<Held> {
    const snapshot = await log.snapshot(tenant, language);
    const states = ofTenant(tenant);
    const known = states.get(language);
    if (known && known !== stale) return known;
    const state = {
      learned: snapshot ? fromRows(snapshot.rows) : createLearned(),
      head: snapshot?.seq ?? 0,
      snapshotSeq: snapshot?.seq ?? 0,
      stored: hashesOf(snapshot?.rows ?? []),
    };
    states.set(language, state);
    return state;
  }

  return {
    load,
    keep(tenant, language, learned, head) {
      const state = held.get(tenant)?.get(language);
      if (state?.learned === learned) state.head = head;
      else held.delete(tenant);
    },
    async append(tenant, drafts) {
      if (drafts.length === 0) return;
      const head = await log.head(tenant);
      await log.append(
        tenant,
        drafts.map((draft, i) => ({ ...draft, seq: head + 1 + i }) as LogEntry),
      );
    },
    drop(tenant) {
      held.delete(tenant);
    },
    async snapshot(tenant, language) {
      await load(tenant, language);
      const state = held.get(tenant)?.get(language);
      if (!state) return 0;
      const storedSeq = (await log.snapshotSeq(tenant, language)) ?? 0;
      if (storedSeq >= state.head) return 0;
      if (storedSeq !== state.snapshotSeq) state.stored = hashesOf((await log.snapshot(tenant, language))?.rows ?? []);
      const rows = toRows(state.learned);
      const next = hashesOf(rows);
      const changed = rows.filter((row) => state.stored.get(rowKey(row)) !== next.get(rowKey(row)));
      const gone = [...state.stored.keys()].filter((key) => !next.has(key)).map(rowOf);
      await log.writeSnapshot(tenant, language, state.head, changed, gone);
      state.stored = next;
      state.snapshotSeq = state.head;
      return changed.length + gone.length;
    },
  };
}

/** What is stored, as hashes: another isolate may have written since, so they hold for one snapshot only. */
function hashesOf(rows: LearnedRow[]): Map<string, string> {
  return new Map(rows.map((row) => [rowKey(row), hashText(row.json)]));
}

function rowKey(row: { kind: string; key: string }): string {
  return `${row.kind}\u0000${row.key}`;
}

function rowOf(key: string): LearnedRow {
  const [kind = '', name = ''] = key.split('\u0000');
  return { kind, key: name, json: '' };
}
