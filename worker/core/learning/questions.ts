import { contrast, saidIn } from '../coverage/contrast.ts';
import { spokenWords } from '../coverage/said.ts';
import { choices, chosen } from '../issues/assignment.ts';
import type { Issue, Learned } from '../learned/state.ts';
import { createReader, type Reader } from '../text/reader.ts';
import type { Part, Solved } from './solved.ts';

/** Words that a question must hold to be about something. */
const LEAST_WORDS = 3;

/**
 * The questions of a conversation as the learning tells them apart, each with its own answers: those that the conversation
 * was divided into, but one that says too little, was never answered or belongs to the same issue as the one before is no
 * question of its own.
 */
export function questionsIn(learned: Learned, s: Solved, sentencesOf: Reader = createReader()): Solved[] {
  const told: { part: Part; issue: Issue | null; isOwn: boolean }[] = [];
  for (const part of s.parts ?? []) {
    const said = spokenWords(learned, [part.question], [], sentencesOf);
    const issue = chosen(choices(learned, said, contrast(learned, saidIn(learned, [said]))))?.issue ?? null;
    const isOwn = said.words.length >= LEAST_WORDS && part.agentTurns.length > 0;
    const same = told.find((one) => issue !== null && one.issue === issue);
    const last = told.at(-1);
    const home = same ?? (isOwn && last?.isOwn ? undefined : last);
    if (home)
      Object.assign(home, { part: joined(home.part, part), issue: home.issue ?? issue, isOwn: home.isOwn || isOwn });
    else told.push({ part, issue, isOwn });
  }
  return told.length < 2 ? [s] : told.map(({ part }) => ({ ...s, ...part }));
}

function joined(one: Part, other: Part): Part {
  return {
    question: `${one.question}\n${other.question}`,
    customerTurns: [...one.customerTurns, ...other.customerTurns],
    agentTurns: [...one.agentTurns, ...other.agentTurns],
  };
}
