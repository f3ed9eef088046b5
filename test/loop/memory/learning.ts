import { byTimeAndText, lotOf } from '../../../worker/core/text/order.ts';
import type { LearningLog, LogEntry } from '../../../worker/loop/ports/stores/learning.ts';
import type { ObservationStore } from '../../../worker/loop/ports/stores/observations.ts';
import { endEnding, moveEndings, putEnding } from './endings.ts';
import { at, byText, copy, type Shelf } from './shelf.ts';

const RECENT = 50;

/** Throws, before anything is stored, where a number of `entries` is taken. */
function append(shelf: Shelf, tenant: string, entries: LogEntry[]): () => void {
  const log = shelf.log.get(tenant) ?? new Map<number, LogEntry>();
  const taken = entries.find((entry) => log.has(entry.seq));
  if (taken || new Set(entries.map((e) => e.seq)).size < entries.length)
    throw new Error(`entry ${taken?.seq} was written by another`);
  return () => {
    for (const entry of entries) log.set(entry.seq, copy(entry));
    shelf.log.set(tenant, log);
  };
}

const rowKey = (row: { kind: string; key: string }) => at(row.kind, row.key);

export function memoryLearningLog(shelf: Shelf): LearningLog {
  const all = (tenant: string) =>
    [...(shelf.log.get(tenant) ?? new Map<number, LogEntry>()).values()].sort((a, b) => a.seq - b.seq);
  return {
    head: async (tenant) => all(tenant).at(-1)?.seq ?? 0,
    entries: async (tenant, language, afterSeq, limit) =>
      all(tenant)
        .filter((entry) => entry.language === language && entry.seq > afterSeq)
        .slice(0, limit)
        .map(copy),
    append: async (tenant, entries) => append(shelf, tenant, entries)(),
    async snapshot(tenant, language) {
      const stored = shelf.snapshots.get(at(tenant, language));
      const rows = [...(stored?.rows.values() ?? [])].sort((a, b) => byText(a.kind, b.kind) || byText(a.key, b.key));
      return stored ? { seq: stored.seq, rows: copy(rows) } : null;
    },
    snapshotSeq: async (tenant, language) => shelf.snapshots.get(at(tenant, language))?.seq ?? null,
    async writeSnapshot(tenant, language, seq, changed, gone) {
      const rows = shelf.snapshots.get(at(tenant, language))?.rows ?? new Map();
      for (const { kind, key, json } of changed) rows.set(rowKey({ kind, key }), { kind, key, json });
      for (const row of gone) rows.delete(rowKey(row));
      shelf.snapshots.set(at(tenant, language), { seq, rows });
    },
    languages: async (tenant) => [...new Set(all(tenant).map((entry) => entry.language))].sort(),
  };
}

export function memoryObservations(shelf: Shelf): ObservationStore {
  const of = (tenant: string) =>
    [...shelf.observations.values()]
      .filter((row) => row.tenant === tenant)
      .map((row) => copy(row.observation))
      .sort((a, b) => a.at - b.at || byText(a.id, b.id));
  const texts = (tenant: string, ids: string[]) =>
    [...shelf.conversations.values()]
      .filter((row) => row.tenant === tenant && ids.includes(row.conversation.id))
      .map((row) => copy(row.conversation))
      .sort(byTimeAndText);
  const find = (tenant: string, id: string) => of(tenant).find((o) => o.conversationId === id) ?? null;
  return {
    find: async (tenant, id) => find(tenant, id),
    conversation: async (tenant, id) => texts(tenant, [id])[0] ?? null,
    conversations: async (tenant, ids) => texts(tenant, ids),
    knownUpTo: async (tenant, ids) => new Map(texts(tenant, ids).map((c) => [c.id, c.updatedAt])),
    async suggest(tenant, observation, conversation) {
      if (!find(tenant, observation.conversationId))
        shelf.observations.set(at(tenant, observation.id), { tenant, observation: copy(observation) });
      shelf.conversations.set(at(tenant, conversation.id), { tenant, conversation: copy(conversation) });
    },
    async record(tenant, { observation, conversation, entries, gaps, ending, moved = [] }) {
      append(shelf, tenant, entries)();
      if (observation.state === 'withdrawn') endEnding(shelf, tenant, observation.conversationId);
      if (ending) putEnding(shelf, tenant, ending);
      moveEndings(shelf, tenant, moved);
      shelf.observations.set(at(tenant, observation.id), { tenant, observation: copy(observation) });
      if (conversation)
        shelf.conversations.set(at(tenant, conversation.id), { tenant, conversation: copy(conversation) });
      for (const gap of gaps) {
        const stands = shelf.gaps.get(at(tenant, gap.id))?.gap.state ?? 'withdrawn';
        const state = stands === 'withdrawn' ? gap.state : stands;
        shelf.gaps.set(at(tenant, gap.id), { tenant, gap: { ...copy(gap), state } });
      }
      for (const { conversationId, issueId } of moved)
        for (const row of shelf.observations.values())
          if (row.tenant === tenant && row.observation.conversationId === conversationId)
            row.observation.issueId = issueId;
    },
    withWordsOf: async (tenant, personId, limit) =>
      of(tenant)
        .filter((o) => {
          const turns = shelf.conversations.get(at(tenant, o.conversationId))?.conversation.turns ?? [];
          return o.requesterId === personId || turns.some((turn) => turn.personId === personId);
        })
        .slice(0, limit),
    keptForOthers: async (tenant, audiences, limit) =>
      of(tenant)
        .filter(
          ({ language }) => language.includes('@') && !audiences.includes(language.slice(language.indexOf('@') + 1)),
        )
        .slice(0, limit),
    recentOf: async (tenant, requesterId, since, before) =>
      of(tenant)
        .filter((o) => o.requesterId === requesterId && o.at >= since && o.at < before)
        .sort((a, b) => b.at - a.at || byText(a.id, b.id))
        .slice(0, RECENT),
    list: async (tenant, after, limit) =>
      of(tenant)
        .filter((o) => !after || o.at > after.at || (o.at === after.at && o.id > after.id))
        .slice(0, limit),
    ofIssues: async (tenant, issueIds, since, limit) =>
      of(tenant)
        .filter((o) => o.state === 'observed' && o.at >= since)
        .flatMap(({ issueId, language, at, requesterId, organizationId, signals }) =>
          issueId !== null && issueIds.includes(issueId)
            ? [{ issueId, language, at, requesterId, organizationId, signals }]
            : [],
        )
        .slice(-limit),
    countSince: async (tenant, since) => of(tenant).filter((o) => o.state === 'observed' && o.at >= since).length,
    sample: async (tenant, language, except, limit, before = Number.POSITIVE_INFINITY) =>
      of(tenant)
        .filter((o) => o.language === language && o.state === 'observed' && o.question !== '')
        .filter((o) => !except.includes(o.conversationId) && o.at < before)
        .sort((a, b) => byText(lotOf(a.question), lotOf(b.question)) || a.at - b.at || byText(a.id, b.id))
        .slice(0, limit),
  };
}
