import type { Logic } from '../language/logic.ts';
import { spokenOfItself } from '../language/writing-of.ts';
import { sentenceTexts } from '../text/sentence-spans.ts';
import { MAX_STATEMENT_CHARS } from './form.ts';
import { fusesOther } from './fused.ts';
import { saysOther } from './says.ts';
import type { DraftStatement } from './statements.ts';

/** What a proof of sentences is made by. */
export interface Proof {
  statements: readonly DraftStatement[];
  /** The words of logic of the draft's language; null where none are known. */
  logic: Logic | null;
  /** Statements that a person decided on: they stand as they are. */
  decided: ReadonlySet<string>;
}

/**
 * Why a sentence may not stand for the statements that it says it says (by number), null where it may: it is one sentence,
 * says each of them and nothing else, and agents' quotes bear them. A statement that a person decided on, that no
 * quote bears, or in which the article speaks of itself, is only repeated.
 */
export function whyUnproved(
  text: string,
  says: readonly number[],
  { statements, logic, decided }: Proof,
): string | null {
  const said = [...new Set(says)].map((at) => statements[at]);
  const known = said.filter((statement) => statement !== undefined);
  if (known.length === 0 || known.length < said.length) return 'it says no statement that was given';
  if (text.length > MAX_STATEMENT_CHARS) return 'too long';
  const [first] = known;
  if (known.length === 1 && first!.text === text) return null;
  const isFixed = ({ text: own, support }: DraftStatement): boolean =>
    support.length === 0 || decided.has(own) || spokenOfItself(own) !== null;
  if (known.some(isFixed)) return 'one of them stands as it is';
  if (known.length === 1) return saysOther(text, first!.text, logic);
  if (logic === null) return 'it is worded otherwise, in a language that can not be judged';
  if (sentenceTexts(text).length > 1) return 'it is more than one sentence';
  return fusesOther(
    text,
    known.map((one) => one.text),
    logic,
  );
}

/** A model's text as it is compared and shown: one line, composed signs. */
export const asLine = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
