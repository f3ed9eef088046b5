import { DAY_MS } from '../../../shared/time.ts';
import { isOwn } from '../coverage/said.ts';
import type { Act, Learned, Member } from '../learned/state.ts';
import { hash32 } from '../text/hash32.ts';
import { SUSPICIONS } from './suspicions.ts';

/** Days on which it must be told: an event of a day is no fact. Stated. */
const MIN_DAYS = 2;

/** Share of an addition that one agent may have said: more is a habit. Stated. */
const MOST_BY_ONE = 0.8;

/** Share of a statement's content in the customer's own mouth from which the agent repeats the customer. Stated. */
const ECHOED = 0.6;

/** Share of those who were told it that may have brought its words themselves, or were told it in boilerplate. Stated. */
const MOST = 0.5;

/**
 * Whether what several were told holds for everybody: told by several agents to several organizations on several days,
 * not in words that these customers brought, and not in sentences that are said whatever the matter is.
 */
export function isGeneral(learned: Learned, act: Act, witnesses: readonly Member[]): boolean {
  const { agents, most } = agentsOf(witnesses, act.id);
  if (agents < SUSPICIONS.incomplete.agents || most > MOST_BY_ONE * witnesses.length) return false;
  if (new Set(witnesses.map((m) => Math.floor(m.at / DAY_MS))).size < MIN_DAYS) return false;
  const words = act.stems.map((stem) => hash32(`c:${stem}`));
  const echoed = witnesses.filter((m) => words.filter((w) => m.customer.includes(w)).length >= ECHOED * words.length);
  const boilerplate = witnesses.filter((m) => !isOwn(learned, m.wordings[m.acts.indexOf(act.id)] ?? 0));
  return echoed.length <= MOST * witnesses.length && boilerplate.length <= MOST * witnesses.length;
}

/** How many agents are known to say an act, and how often the one who says it most. */
export function agentsOf(members: readonly Member[], act: number): { agents: number; most: number } {
  const said = new Map<number, number>();
  for (const m of members) {
    const who = m.speakers[m.acts.indexOf(act)] ?? 0;
    if (who !== 0) said.set(who, (said.get(who) ?? 0) + 1);
  }
  return { agents: said.size, most: Math.max(0, ...said.values()) };
}
