import type { Quote } from '../../../shared/fix.ts';
import { masked } from '../../core/learning/sentences.ts';
import { DATA_RULES, type Prompt, quoted, shown } from './quoted.ts';

const SAME = `You compare two questions that customers ask a support team.

${DATA_RULES}

"isSame": true only if one and the same answer would answer both "a" and "b"; false where you are not sure.`;

const GROUNDED = `You compare a statement with sentences that support agents wrote.

${DATA_RULES}

"isGrounded": true only if the sentences of "quotes" say everything that "statement" says; false where you are not sure.`;

const NAME = `You name a topic of a help center.

${DATA_RULES}

"title": a short name of what "quotes" are about, made only of words of "title" and of "quotes". If in doubt, "title".`;

/** Whether two questions ask for the same thing; which comes first makes no difference. */
export function samePrompt(a: string, b: string): Prompt {
  const [first, second] = [shown(a), shown(b)].sort();
  return { version: 'same-1', system: SAME, user: quoted({ a: first, b: second }) };
}

/** Sees the statement and the quotes alone: no conversation, no score. */
export function groundedPrompt(statement: string, quotes: readonly Quote[]): Prompt {
  const user = quoted({ statement: shown(statement), quotes: quotes.map(({ quote }) => shown(masked(quote))) });
  return { version: 'grounded-1', system: GROUNDED, user };
}

export function namePrompt(title: string, quotes: readonly Quote[]): Prompt {
  const user = quoted({ title: shown(title), quotes: quotes.map(({ quote }) => shown(masked(quote))) });
  return { version: 'name-1', system: NAME, user };
}
