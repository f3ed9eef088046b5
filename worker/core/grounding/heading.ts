import type { Logic } from '../language/logic.ts';
import { tokens } from '../text/words.ts';
import { inFull } from './clauses.ts';
import { badForm } from './form.ts';
import { bringsName } from './names.ts';
import { meaningWords } from './vocabulary.ts';

/** Longest heading, in characters. */
const MAX_HEADING_CHARS = 80;

/** Share of what stands under a heading that holds a word of it: else the heading would narrow what it says nothing of. */
const MIN_HELD_SHARE = 0.5;

/** What stands under a heading: one way of steps, which a heading can only name, or statements, which it could narrow. */
export interface Under {
  statements: readonly string[];
  areSteps: boolean;
  /** The builtin draft's title, whose words any heading may use. */
  title: string;
}

/**
 * Why a heading may not stand over these statements, null where it may: it is short, names with their words what they are
 * about, and says nothing of it: no condition, no "not".
 */
export function badHeading(heading: string, under: Under, logic: Logic | null): string | null {
  const { statements, areSteps, title } = under;
  const words = meaningWords(heading);
  if (logic === null) return 'a language that can not be judged';
  if (heading.length > MAX_HEADING_CHARS || words.length === 0) return 'no heading';
  const titled = new Set(meaningWords(title));
  const held = statements.map((text) => new Set(meaningWords(text)));
  const least = areSteps ? 1 : Math.max(1, MIN_HELD_SHARE * statements.length);
  const isForeign = (word: string): boolean => !titled.has(word) && held.filter((own) => own.has(word)).length < least;
  if (words.some(isForeign)) return 'a word of it is not theirs';
  const states = tokens(inFull(heading, logic)).some(
    (word) => Object.hasOwn(logic.turning, word) || Object.hasOwn(logic.hanging, word),
  );
  if (states) return 'it states something';
  const texts = [title, ...statements];
  return bringsName(heading, texts) ? 'a name is new' : badForm(heading, texts.join(' '));
}
