import { statementsOf } from '../../core/grounding/statements.ts';
import { masked } from '../../core/text/sentences.ts';
import type { WriteInput } from '../../loop/ports/writer.ts';
import { DATA_RULES, type Prompt, quoted, shown } from './quoted.ts';

const VERSION = 'write-1';
const MAX_VOICE_CHARS = 300;

const SYSTEM = `You write a help-center article from numbered statements. You never add knowledge.

${DATA_RULES}

Write in the language of "language", in the manner of "voice" if given. "manner" says how this help center names its articles
("imperative": "Export your data", "how_to": "How to export your data", "question": "How do I export my data?").
"title": what a reader looks for, in that manner, made only of words of the given title, the statements and their quotes.
"sections": the article, in the order in which a reader needs it.
- "form": "steps" for what is done one after the other, "list" for several things of a kind, "text" for the rest.
- "heading": null, or a few words of the statements under it; only where there are two sections or more.
- "sentences": each one sentence of plain text. "says" holds the numbers ("index") of the statements that it says.
Every statement is said once. Statements with the same "list" are steps of one list: they stay in a section "steps" of their own,
in the given order. All others may be put in a better order, joined to one sentence (with "and" or ";") or left as they are.
Keep the words of a statement, each number, unit, name of a button, menu or field, every condition and every "not"; leave out
courtesy. No markup, no list marks, no links, no greeting, no promise, no advice of your own, nothing that no statement says.
A patch ("kind": "article_patch") is one section; each of its sentences says one statement.
If a statement already reads well, repeat it unchanged. If in doubt, repeat it unchanged.`;

/** The draft's statements and what agents said, values that vary from customer to customer as "…". */
export function writePrompt(input: WriteInput): Prompt {
  const statements = statementsOf(input.bodyHtml, input.base?.bodyHtml ?? null, input.quotes);
  const user = quoted({
    language: input.language,
    voice: input.voice ? shown(input.voice).slice(0, MAX_VOICE_CHARS) : null,
    manner: input.manner,
    kind: input.kind,
    title: shown(input.title),
    article: input.base ? shown(input.base.title) : null,
    statements: statements.map(({ text, support, list }, index) => ({
      index,
      text: shown(text),
      list,
      quotes: support,
    })),
    quotes: input.quotes.map(({ quote }, index) => ({ index, text: shown(masked(quote)) })),
  });
  return { version: VERSION, system: SYSTEM, user };
}
