import { sensitiveClassOf } from '../gates/sensitive.ts';
import type { Logic } from '../language/logic.ts';
import { tokens } from '../text/words.ts';
import { inFull } from './clauses.ts';
import { factsDiffer } from './facts.ts';
import { badForm } from './form.ts';
import { turnedRound } from './meaning.ts';
import { bringsName } from './names.ts';
import { shareIn } from './statements.ts';
import { meaningWords } from './vocabulary.ts';

export const MAX_TITLE_CHARS = 120;

/** Share of the builtin title's content words that another title keeps, so that it names the same thing. */
const MIN_KEPT_SHARE = 0.5;

/**
 * The proposed title where it is made of words of `sources` (what may be published) and of the builtin title alone, says
 * nothing else, and is as sensitive as that; else the builtin title.
 */
export function groundTitle(
  builtin: string,
  proposed: string,
  sources: readonly string[],
  logic: Logic | null,
): string {
  const title = proposed.normalize('NFKC').replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  const words = meaningWords(title);
  const known = new Set([builtin, ...sources].flatMap(meaningWords));
  const isGrounded =
    words.length > 0 &&
    title.length <= MAX_TITLE_CHARS &&
    words.every((word) => known.has(word)) &&
    shareIn(meaningWords(builtin), new Set(words)) >= MIN_KEPT_SHARE &&
    badForm(title, builtin) === null &&
    logic !== null &&
    turnedRound(title, builtin, logic) === null &&
    operatorsOf(title, logic) === operatorsOf(builtin, logic) &&
    !bringsName(title, [builtin, ...sources]) &&
    factsDiffer(title, builtin) === null &&
    sensitiveClassOf(title) === sensitiveClassOf(builtin);
  return isGrounded ? title : builtin;
}

/** Words that turn or hang a title on something, in one order. */
function operatorsOf(title: string, logic: Logic): string {
  return tokens(inFull(title, logic))
    .flatMap((word) => [logic.turning, logic.hanging].flatMap((of) => (Object.hasOwn(of, word) ? [of[word]!] : [])))
    .sort()
    .join(' ');
}
