import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { random } from './random.ts';
import type { Draft, SeedConversation, SeedTurn } from './types.ts';
import { fillQuotedTime } from './voices.ts';

/** How busy an hour at the weekend is, compared with one on a weekday. */
const WEEKEND_LOAD = 0.15;

const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** How many customers write in the hour that begins here: office hours only, few at the weekend. */
function load(hourMs: number): number {
  const date = new Date(hourMs);
  const hour = date.getUTCHours();
  if (hour < 7 || hour >= 18) return 0;
  return [0, 6].includes(date.getUTCDay()) ? WEEKEND_LOAD : 1;
}

/** A start in the draft's slice of its window, measured in busy hours; evenly where the window has none. */
function startOf(draft: Draft): number {
  const rng = random(`start of ${draft.key}`);
  const from = Date.parse(draft.from);
  const hours = Math.max(1, Math.round((Date.parse(draft.to) - from) / HOUR_MS));
  const loads = Array.from({ length: hours }, (_, i) => load(from + i * HOUR_MS));
  const isQuiet = loads.every((value) => value === 0);
  const weights = isQuiet ? loads.map(() => 1) : loads;
  const total = weights.reduce((sum, value) => sum + value, 0);
  const { index, of } = draft.slice ?? { index: 0, of: 1 };
  let left = (total * (index + rng.next())) / of;
  let hour = weights.findIndex((value) => {
    left -= value;
    return left < 0;
  });
  if (hour < 0) hour = hours - 1;
  return from + hour * HOUR_MS + rng.between(0, 59) * MINUTE_MS + rng.between(0, 59) * 1000;
}

/** The next morning, when people find out that it still does not work. */
const nextMorning = (ms: number, minutes: number): number =>
  Math.floor(ms / DAY_MS) * DAY_MS + DAY_MS + 8 * HOUR_MS + minutes * MINUTE_MS;

function placed(draft: Draft, start: number): SeedConversation {
  const { turns: drafts, from: _from, to: _to, slice: _slice, reopensAtTurn, ...rest } = draft;
  const rng = random(`end of ${draft.key}`);
  const turns: SeedTurn[] = [];
  let now = start;
  let quotedAt = start;
  let solvedAt: string | undefined;
  let reopenedAt: string | undefined;
  drafts.forEach(({ wait, ...turn }, index) => {
    if (index === reopensAtTurn) {
      solvedAt = iso(now + 5 * MINUTE_MS);
      now = nextMorning(now, rng.between(0, 170));
      reopenedAt = iso(now);
    } else if (index > 0) now += wait * MINUTE_MS + rng.between(0, 59) * 1000;
    turns.push({ ...turn, text: fillQuotedTime(turn.text, quotedAt), at: iso(now) });
    if (turn.author === 'agent' && turn.public) quotedAt = now;
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
