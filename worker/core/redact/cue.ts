import type { PersonalWords } from '../language/personal-words.ts';

export type CueField = Exclude<keyof PersonalWords, 'stops' | 'streets' | 'cases'>;

/** A phrase of some language's personal words, where it stands in a text. */
export interface Cue {
  field: CueField;
  code: string;
  start: number;
  end: number;
  /** How many words the phrase has; 0 in scripts that don't set words apart. */
  words: number;
}
