import { type Reading, reading, type Sentence, sentences } from './sentences.ts';
import { words } from './words.ts';

/** A sentence with what it says, and the stems of its content as `words` gives them. */
export interface ReadSentence extends Sentence {
  reading: Reading;
  words: readonly string[];
}

/** Reads texts into sentences, each once. */
export type Reader = (text: string) => readonly ReadSentence[];

/**
 * A reader for one piece of work, such as learning one conversation: a text or a sentence that several ask for is read for
 * the first of them. What was read is forgotten with the reader.
 */
export function createReader(): Reader {
  const ofText = new Map<string, readonly ReadSentence[]>();
  const ofSentence = new Map<string, Omit<ReadSentence, keyof Sentence>>();
  const read = (sentence: Sentence): ReadSentence => {
    const known = ofSentence.get(sentence.text) ?? {
      reading: reading(sentence.text),
      words: words(sentence.text),
    };
    ofSentence.set(sentence.text, known);
    return { ...sentence, ...known };
  };
  return (text) => {
    const known = ofText.get(text) ?? sentences(text).map(read);
    ofText.set(text, known);
    return known;
  };
}
