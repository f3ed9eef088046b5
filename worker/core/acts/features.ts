import { isOwn } from '../coverage/said.ts';
import type { Learned, Line, Member } from '../learned/state.ts';
import { hash32 } from '../text/hash32.ts';
import { createReader, type Reader } from '../text/reader.ts';
import { isCourtesy, isCourtesyStem, masked, type Reading } from '../text/sentences.ts';
import { isFunctionWord, stem, tokens } from '../text/words.ts';
import { addAct, contained, matchAct } from './acts.ts';
import { promote } from './wording.ts';

/** Most distinct words of one side of a conversation that count; a pasted log says no more with thousands. */
const MAX_WORDS = 160;

/** What a conversation says, by presence. */
export interface Features {
  acts: number[];
  turns: number[];
  agent: number[];
  customer: number[];
  readings: Reading[];
  /** The wording in which each act was first said. */
  wordings: number[];
  /** Who said each act and each reading, as hashes; 0 where that isn't known. */
  speakers: number[];
  /** Each act as it was said, values and all, as a hash. */
  verbatim: number[];
  readers: number[];
}

/** Features of what agents said: acts in order (new ones are added), and the stems of what is no boilerplate. */
export function agentFeatures(
  learned: Learned,
  turns: readonly SaidTurn[],
  sentencesOf: Reader = createReader(),
): Omit<Features, 'customer'> {
  const acts: number[] = [];
  const at: number[] = [];
  const agent = new Set<number>();
  const readings: Reading[] = [];
  const wordings: number[] = [];
  const speakers: number[] = [];
  const readers: number[] = [];
  const verbatim: number[] = [];
  turns.forEach((turn, index) => {
    const speaker = speakerOf(turn);
    for (const { text, reading: read } of sentencesOf(turn.text)) {
      if (read.stems.length === 0 || isCourtesy(read)) continue;
      readings.push(read);
      readers.push(speaker);
      if (isOwn(learned, read.wording))
        read.stems.forEach((s, i) => {
          if (agent.size < MAX_WORDS) agent.add(named(learned, s, read.surfaces[i] ?? s));
        });
      const known = matchAct(learned, read);
      if (known) promote(learned, known, read);
      const act = known ?? addAct(learned, read);
      if (acts.includes(act.id)) continue;
      wordings.push(read.wording);
      speakers.push(speaker);
      verbatim.push(hash32(text.replace(/\W+/g, ' ').trim().toLowerCase()));
      acts.push(act.id);
      at.push(index);
    }
  });
  return { acts, turns: at, agent: [...agent], readings, wordings, speakers, verbatim, readers };
}

interface SaidTurn {
  text: string;
  personId?: string | null;
}

/** An agent as evidence counts them: a hash of the keyed hash, or 0 where the helpdesk doesn't say who it was. */
export function speakerOf({ personId }: { personId?: string | null }): number {
  return personId ? hash32(`a:${personId}`) : 0;
}

/** Stems of what a customer says, names and numbers left out. */
export function customerFeatures(text: string): number[] {
  const found = new Set<number>();
  for (const token of tokens(masked(text.slice(0, 16_384)))) {
    if (isFunctionWord(token)) continue;
    const s = stem(token);
    if (isCourtesyStem(s)) continue;
    if (found.size >= MAX_WORDS) break;
    found.add(hash32(`c:${s}`));
  }
  return [...found];
}

/** Words of a question that say what is asked; what comes later is the course of the talk. */
const OPENING_WORDS = 12;

/** The first stems of what a customer says. */
export function openingFeatures(text: string): number[] {
  const found = new Set<number>();
  for (const token of tokens(masked(text.slice(0, 4_096)))) {
    if (isFunctionWord(token)) continue;
    const s = stem(token);
    if (isCourtesyStem(s)) continue;
    if (found.size >= OPENING_WORDS) break;
    found.add(hash32(`c:${s}`));
  }
  return [...found];
}

/** Words of a question that may name an issue; what comes later is the course of the talk. */
const NAMING_WORDS = 40;

/** The name of a word as written, in lower case. */
export function tokenName(token: string): number {
  return hash32(`t:${token}`);
}

/** The words of a question in order, hashed; 0 where a clause ends or a name or number stands. */
export function saidWords(question: string): number[] {
  const found: number[] = [];
  for (const clause of masked(question.slice(0, 4_096)).split(/[^\p{L}\p{N}\p{M}'’ -]+/u)) {
    for (const token of tokens(clause)) if (found.length < NAMING_WORDS) found.push(tokenName(token));
    if (found.length > 0 && found.at(-1) !== 0) found.push(0);
  }
  return found;
}

/** The feature of a stem in agents' or articles' mouth; remembers the word as written, so that a title can be told. */
export function named(learned: Learned, s: string, surface: string): number {
  const word = hash32(`c:${s}`);
  if (!learned.words.has(word)) learned.words.set(word, surface);
  learned.words.set(tokenName(surface), surface);
  return hash32(`g:${s}`);
}

/** The lines of an article that these sentences say, and who said them: at least `SAID` of a line's content, the same numbers. */
export function linesSaid(
  learned: Learned,
  lines: Line[],
  { readings, readers }: Pick<Features, 'readings' | 'readers'>,
): Pick<Member, 'lines' | 'lineSpeakers'> {
  const found: Pick<Member, 'lines' | 'lineSpeakers'> = { lines: [], lineSpeakers: [] };
  for (const line of lines) {
    if (line.act === 0) continue;
    const at = readings.findIndex((r) => isSaid(learned, line, r));
    if (at < 0) continue;
    found.lines.push(line.key);
    found.lineSpeakers.push(readers[at] ?? 0);
  }
  return found;
}

/** Share of a line's content that a sentence must hold to say it. */
const SAID = 0.8;

function isSaid(learned: Learned, line: Line, said: Reading): boolean {
  if (line.numbers.some((n) => !said.numbers.includes(n))) return false;
  return line.stems.some((s) => said.stems.includes(s)) && contained(learned, line, said) >= SAID;
}
