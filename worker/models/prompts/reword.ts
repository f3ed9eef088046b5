import { statementsOf } from '../../core/grounding/ground.ts';
import { masked } from '../../core/text/sentences.ts';
import type { RewordInput } from '../../loop/ports/writer.ts';
import { DATA_RULES, type Prompt, quoted, shown } from './quoted.ts';

const VERSION = 'reword-1';
const MAX_VOICE_CHARS = 300;

const SYSTEM = `You edit statements of a help-center article so that they read well. You never add knowledge.

${DATA_RULES}

For every entry of "statements", in the same order, give one statement:
- "text": the same statement in plain, short words, in the language of "language", in the manner of "voice" if given.
  One or two sentences of plain text: no markup, no list marks, no links, no greeting, no promise, no "we" where there
  is none. Keep every number, unit, name of a button, menu or field, every condition, every "not", every "…", and a
  question stays a question. Use only words of the statement, shorter and in a better order.
- "quoteIndexes": the numbers of the quotes of that entry that say it.
If a statement already reads well, repeat it unchanged.
"title": a short title made only of words of the given title and the statements. If in doubt, the given one.`;

/** The draft's statements and what agents said, values that vary from customer to customer as "…". */
export function rewordPrompt(input: RewordInput): Prompt {
  const statements = statementsOf(input.bodyHtml, input.base?.bodyHtml ?? null, input.quotes);
  const user = quoted({
    language: input.language,
    voice: input.voice ? shown(input.voice).slice(0, MAX_VOICE_CHARS) : null,
    kind: input.kind,
    title: shown(input.title),
    article: input.base ? shown(input.base.title) : null,
    statements: statements.map(({ text, support }) => ({ text: shown(text), quotes: support })),
    quotes: input.quotes.map(({ quote }, index) => ({ index, text: shown(masked(quote)) })),
  });
  return { version: VERSION, system: SYSTEM, user };
}
