import type { Quote } from '../../../shared/fix.ts';
import { masked } from '../../core/text/sentences.ts';
import { DATA_RULES, type Prompt, quoted, shown } from './quoted.ts';

const SAME = `You compare two questions that customers ask a support team.

${DATA_RULES}

"isSame": true only if one and the same answer would answer both "a" and "b"; false where you are not sure.`;

const GROUNDED = `You compare statements of a help-center article with sentences that support agents wrote.

${DATA_RULES}

"unsupported": the numbers ("index") of the entries of "claims" whose "text" says something that none of the "quotes" of
the entry says, or says otherwise; also those where you are not sure. An empty list where all are supported.`;

const NAME = `You name a topic of a help center.

${DATA_RULES}

"title": a short name of what "quotes" are about, made only of words of "title" and of "quotes". If in doubt, "title".`;

/** Whether two questions ask for the same thing; which comes first makes no difference. */
export function samePrompt(a: string, b: string): Prompt {
  const [first, second] = [shown(a), shown(b)].sort();
  return { version: 'same-1', system: SAME, user: quoted({ a: first, b: second }) };
}

/** Sees the statements and the quotes alone: no conversation, no score. */
export function groundedPrompt(statements: readonly { text: string; quotes: readonly string[] }[]): Prompt {
  const claims = statements.map(({ text, quotes }, index) => ({
    index,
    text: shown(text),
    quotes: quotes.map((quote) => shown(masked(quote))),
  }));
  return { version: 'grounded-2', system: GROUNDED, user: quoted({ claims }) };
}

export function namePrompt(title: string, quotes: readonly Quote[]): Prompt {
  const user = quoted({ title: shown(title), quotes: quotes.map(({ quote }) => shown(masked(quote))) });
  return { version: 'name-1', system: NAME, user };
}
