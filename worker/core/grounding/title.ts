import { sensitiveClassOf } from '../gates/sensitive.ts';
import { factsDiffer } from './facts.ts';
import { badForm } from './form.ts';
import { turnedRound } from './meaning.ts';
import { shareIn } from './statements.ts';
import { meaningWords } from './vocabulary.ts';

export const MAX_TITLE_CHARS = 120;

/** Share of the builtin title's content words that another title keeps, so that it names the same thing. */
const MIN_KEPT_SHARE = 0.5;

/**
 * The proposed title where it is made of words of `sources` (what may be published) and of the builtin title alone, says
 * nothing else, and is as sensitive as that; else the builtin title.
 */
export function groundTitle(builtin: string, proposed: string, sources: readonly string[]): string {
  const title = proposed.normalize('NFKC').replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  const words = meaningWords(title);
  const known = new Set([builtin, ...sources].flatMap(meaningWords));
  const isGrounded =
    words.length > 0 &&
    title.length <= MAX_TITLE_CHARS &&
    words.every((word) => known.has(word)) &&
    shareIn(meaningWords(builtin), new Set(words)) >= MIN_KEPT_SHARE &&
    badForm(title, builtin) === null &&
    turnedRound(title, builtin) === null &&
    factsDiffer(title, builtin) === null &&
    sensitiveClassOf(title) === sensitiveClassOf(builtin);
  return isGrounded ? title : builtin;
}
