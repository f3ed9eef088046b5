import type { Values, Words } from '../words.ts';
import { AS_WRITTEN, type Said, type SaidValue } from './said.ts';

/** What words a sentence: a language's table of `words/`, and how the language writes lists and times. */
export type Wording = Pick<Words, 't' | 'list' | 'either' | 'dateTime'>;

/** A sentence in the language of `wording`. What stands as it was written stands so in every language. */
export function worded(wording: Wording, said: Said): string {
  if (said.code === AS_WRITTEN) return String(said.values.text ?? '');
  const placed = Object.entries(said.values).map(([place, value]) => [place, inPlace(wording, place, value)] as const);
  return wording.t(said.code, Object.fromEntries(placed));
}

function inPlace(wording: Wording, place: string, value: SaidValue): Values[string] {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return place === 'actor' ? actorName(value) : value;
  const one = (part: string | Said) => (typeof part === 'string' ? part : worded(wording, part));
  if ('all' in value) return wording.list(value.all.map(one));
  if ('either' in value) return wording.either(value.either.map(one));
  if ('each' in value) return value.each.map(one).join('; ');
  if ('at' in value) return wording.dateTime(value.at);
  return worded(wording, value);
}

/** Who did something, as it is shown: our own name as a name, a person without the helpdesk's number of them. */
export const actorName = (actor: string): string =>
  actor === 'mend' ? 'Mend' : actor.replace(/(?<=\p{L}) \(\d{6,20}\)/gu, '');
