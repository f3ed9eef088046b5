import { createWords } from '../words.ts';
import type { Said } from './said.ts';
import { worded } from './worded.ts';
import { en } from './words/en.ts';

const english = {
  ...createWords<string>('en', en),
  dateTime: (at: number) => `${new Date(at).toISOString().slice(0, 16)}Z`,
};

/** A sentence in English, for what has no reader's language: the API, the webhook, exports, the log. Times are UTC. */
export function inEnglish(said: Said): string {
  return worded(english, said);
}
