import type { Writing } from '../../language/writing.ts';
import { beginsWay, stepsOf } from './steps.ts';
import type { Worded } from './wording.ts';

/** A way to do something: the facts that tell it, and its steps. */
export interface Way {
  facts: Worded[];
  steps: string[];
}

/** Conversations in which two facts would meet by chance, from which it tells something that they never do. */
const EXPECTED = 1.2;

/** Steps in a row, each said together with the next, from which they are a way though nothing is done on a screen. */
const PROCEDURE = 3;

/** Share of the rarer of two facts' conversations that hold both, from which they are said together. */
const TOGETHER = 0.5;

/**
 * The ways among facts in order, and what is no step of one. A way begins where a sentence goes to a place or presses something,
 * or where agents tell several steps one after the other; what goes to another place, or is never said together with it, begins
 * another. What is done nowhere and by itself is no step.
 */
export function waysIn(
  ordered: readonly Worded[],
  conversations: number,
  writing: Writing,
): { ways: Way[]; notes: Worded[] } {
  const ways: Way[] = [];
  const notes: Worded[] = [];
  const told = ordered.map((item) => (item.isStep && !writing.team.test(item.text) ? stepsOf(item.text, writing) : []));
  for (const [i, item] of ordered.entries()) {
    const steps = told[i]!;
    const last = ways.at(-1);
    if (steps.length === 0) notes.push(item);
    else if (last && !beginsWay(steps[0]!, writing) && !isOther(last, item, conversations)) {
      last.facts.push(item);
      last.steps.push(...steps);
    } else if (isPlaced(steps, writing) || isProcedure(ordered.slice(i), told.slice(i)))
      ways.push({ facts: [item], steps });
    else notes.push(item);
  }
  return { ways, notes };
}

const isPlaced = (steps: readonly string[], writing: Writing): boolean =>
  steps.some((step) => beginsWay(step, writing)) ||
  (steps.length > 1 && steps.some((step) => /(?<=\s)\p{Lu}/u.test(step)));

/** Whether the facts begin with a row of steps that agents tell together. */
function isProcedure(facts: readonly Worded[], told: readonly string[][]): boolean {
  const row = facts.slice(0, PROCEDURE);
  return (
    row.length === PROCEDURE &&
    row.every((item, i) => told[i]!.length > 0 && (i === 0 || areTogether(row[i - 1]!, item)))
  );
}

function areTogether(a: Worded, b: Worded): boolean {
  const [own, other] = [a.fact.conversations, b.fact.conversations];
  return [...own].filter((id) => other.has(id)).length >= TOGETHER * Math.min(own.size, other.size);
}

/** Whether a fact is another answer and no next step: what is said of the way is never said with it, though chance expects it. */
function isOther(way: Way, item: Worded, conversations: number): boolean {
  return way.facts.some(({ fact }) => {
    const met = [...fact.conversations].some((id) => item.fact.conversations.has(id));
    return !met && (fact.conversations.size * item.fact.conversations.size) / conversations >= EXPECTED;
  });
}
