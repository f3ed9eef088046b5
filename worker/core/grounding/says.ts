import type { Logic } from '../language/logic.ts';
import { sayAlike } from './clauses.ts';
import { factsDiffer } from './facts.ts';
import { badForm } from './form.ts';
import { turnedRound } from './meaning.ts';
import { nameDiffers } from './names.ts';

/**
 * Why a sentence doesn't say what an agents' statement says, null where it does: the same clauses with the same words of content
 * in the same order, the same logic, figures, names and labels. Left out may be courtesy, added may be what every
 * documentation says ("page"); in a language without words of logic it is the statement itself or nothing.
 */
export function saysOther(said: string, statement: string, logic: Logic | null): string | null {
  if (said === statement) return null;
  if (logic === null) return 'it is worded otherwise, in a language that can not be judged';
  const bad = badForm(said, statement) ?? turnedRound(said, statement, logic) ?? nameDiffers(said, statement);
  if (bad !== null) return bad;
  return sayAlike(said, statement, logic) ? factsDiffer(said, statement) : 'it says something else';
}
