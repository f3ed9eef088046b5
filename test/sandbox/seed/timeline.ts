import { random } from './random.ts';
import type { Draft, SeedConversation, SeedTurn } from './types.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** A start within the window, in office hours where the window leaves the choice, seldom at the weekend. */
function startOf(draft: Draft): number {
  const rng = random(`start of ${draft.key}`);
  const from = Date.parse(draft.from);
  const to = Date.parse(draft.to);
  let at = from;
  for (let attempt = 0; attempt < 40; attempt++) {
    at = from + Math.floor((rng.next() * (to - from)) / MINUTE_MS) * MINUTE_MS + rng.between(0, 59) * 1000;
    const hour = new Date(at).getUTCHours();
    const isWeekend = [0, 6].includes(new Date(at).getUTCDay());
    if (hour >= 7 && hour < 18 && (!isWeekend || rng.chance(0.3))) break;
  }
  return at;
}

function placed(draft: Draft, start: number): SeedConversation {
  const { turns: drafts, from: _from, to: _to, reopensAtTurn, ...rest } = draft;
  const rng = random(`end of ${draft.key}`);
  const turns: SeedTurn[] = [];
  let now = start;
  let solvedAt: string | undefined;
  let reopenedAt: string | undefined;
  drafts.forEach(({ wait, ...turn }, index) => {
    if (index === reopensAtTurn) {
      solvedAt = iso(now + 5 * MINUTE_MS);
      now += rng.between(6, 20) * HOUR_MS;
      reopenedAt = iso(now);
    } else now += wait * MINUTE_MS + (wait === 0 ? 0 : rng.between(0, 59) * 1000);
    turns.push({ ...turn, at: iso(now) });
  });
  const end = iso(now + rng.between(4, 45) * MINUTE_MS);
  return {
    ...rest,
    at: iso(start),
    turns,
    solvedAt: solvedAt ?? end,
    ...(reopenedAt === undefined ? {} : { reopenedAt, solvedAgainAt: end }),
  };
}

/** Gives every draft its place: starts strictly increase, turns follow one another, nothing depends on the clock. */
export function timeline(drafts: readonly Draft[]): SeedConversation[] {
  const started = drafts.map((draft) => ({ draft, start: startOf(draft) }));
  started.sort((a, b) => a.start - b.start || (a.draft.key < b.draft.key ? -1 : 1));
  let last = 0;
  return started.map(({ draft, start }) => {
    last = Math.max(start, last + MINUTE_MS);
    return placed(draft, last);
  });
}
