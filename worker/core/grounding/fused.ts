import type { Logic } from '../language/logic.ts';
import { tokens } from '../text/words.ts';
import { type Clause, clausesOf, inFull } from './clauses.ts';
import { saysOther } from './says.ts';

/** Statements that one sentence may say: more make a sentence that nobody reads. */
export const MAX_FUSED = 3;

/** Characters of a sentence, and of a statement, that are looked at; no article has a longer one. */
const MAX_CHARS = 1_000;

/** Clauses of a sentence that is cut in search of its statements; a longer one is none that an article has. */
const MAX_CLAUSES = 8;

/** Words of a subject that the second of two clauses leaves out. */
const MAX_SUBJECT_WORDS = 5;

/**
 * Why a sentence doesn't say each of these statements, null where it does: it can be cut at its clauses into a part for each of
 * them, and each part says its own (`saysOther`). What hangs before all parts is said of each; what the first parts
 * deny, and who acts in them, reaches no further.
 */
export function fusesOther(said: string, statements: readonly string[], logic: Logic): string | null {
  if (statements.length > MAX_FUSED) return 'it says too many statements at once';
  if ([said, ...statements].some(({ length }) => length > MAX_CHARS)) return 'it is too long to be a sentence';
  if (isCaptured(statements, logic)) return 'one statement would reach into another';
  const text = inFull(said, logic);
  for (const isAtCommas of [false, true]) {
    const clauses = clausesOf(said, logic, isAtCommas);
    const first = clauses.findIndex(({ head }) => head === '');
    const own = clauses.slice(first);
    const isLed = first >= 0 && own.every(({ head }) => head === '');
    if (!isLed || own.length < statements.length || clauses.length > MAX_CLAUSES) continue;
    const lead = first === 0 ? '' : `${text.slice(0, clauses[first - 1]!.to)}, `;
    const told = cuts(own, statements.length).map((runs) =>
      runs.map((run) => text.slice(run[0]!.from, run.at(-1)!.to).trim()),
    );
    if (told.some((parts) => canStand(parts, lead, statements, logic))) return null;
  }
  return 'no part of it says each of the statements';
}

/** A team that acts, or a word that turns or narrows, in some of the statements only would be read into the others. */
function isCaptured(statements: readonly string[], logic: Logic): boolean {
  const reaching = statements.map((text) => {
    const words = tokens(inFull(text, logic));
    const turning = words.flatMap((word) => (Object.hasOwn(logic.turning, word) ? [logic.turning[word]] : []));
    return [words.some((word) => logic.team.has(word)), ...new Set(turning)].sort().join(' ');
  });
  return new Set(reaching).size > 1;
}

/** Every way to make `count` runs of these clauses. */
function cuts(clauses: readonly Clause[], count: number): Clause[][][] {
  if (count === 1) return [[[...clauses]]];
  const found: Clause[][][] = [];
  for (let at = 1; at <= clauses.length - count + 1; at++)
    for (const rest of cuts(clauses.slice(at), count - 1)) found.push([clauses.slice(0, at), ...rest]);
  return found;
}

/**
 * Whether the parts say the statements, in whichever order these are given: a part by itself or, behind the first, with the
 * first part's first words as its subject.
 */
function canStand(parts: readonly string[], lead: string, statements: readonly string[], logic: Logic): boolean {
  const words = parts[0]!.split(' ').slice(0, -1);
  const subjects =
    lead === '' ? words.slice(0, MAX_SUBJECT_WORDS).map((_, i) => `${words.slice(0, i + 1).join(' ')} `) : [];
  const stands = (at: number, left: readonly string[]): boolean =>
    left.length === 0 ||
    left.some(
      (statement, i) =>
        ['', ...(at === 0 ? [] : subjects)].some(
          (subject) => saysOther(lead + subject + parts[at]!, inFull(statement, logic), logic) === null,
        ) && stands(at + 1, [...left.slice(0, i), ...left.slice(i + 1)]),
    );
  return stands(0, statements);
}
