import { GERMAN } from './de/writing.ts';
import { ENGLISH } from './en/writing.ts';
import { SPANISH } from './es/writing.ts';
import { FRENCH } from './fr/writing.ts';
import { PORTUGUESE } from './pt/writing.ts';
import type { Writing } from './writing.ts';

const LANGUAGES: Readonly<Record<string, Writing>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  pt: PORTUGUESE,
};

/** How the writer writes in a language; null for one without a folder, in which nothing is written. */
export function writingOf(language: string): Writing | null {
  return LANGUAGES[language.toLowerCase().split(/[-_]/, 1)[0] ?? ''] ?? null;
}

/** Of a sentence in which an article speaks of itself or says what to have ready, the words that are its own; else null. */
export function spokenOfItself(sentence: string): string | null {
  const plain = sentence.replace(/[\s.。]+$/u, '').trim();
  for (const { ofItself } of Object.values(LANGUAGES))
    for (const form of ofItself) {
      const own = form.exec(plain)?.[1];
      if (own !== undefined) return own;
    }
  return null;
}
