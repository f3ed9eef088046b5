import { useWords } from '../frame/joined.tsx';
import type { Tables, Words } from '../frame/words.ts';

const en = () => import('./words/en.json');

/** The console's texts by their keys, as the English file has them. */
export type Key = keyof Awaited<ReturnType<typeof en>>['default'];
export type ConsoleWords = Words<Key>;

export const tables: Tables<Key> = {
  en,
  de: () => import('./words/de.json'),
  es: () => import('./words/es.json'),
  fr: () => import('./words/fr.json'),
  ja: () => import('./words/ja.json'),
  'pt-BR': () => import('./words/pt-BR.json'),
};

export const useConsoleWords = (): ConsoleWords => useWords<Key>();

/** The word of a closed list (`state.open`); a name that no list knows stands as it is, its underscores as spaces. */
export function named(words: ConsoleWords, list: string, name: string): string {
  const key = `${list}.${name}`;
  const text = words.t(key as Key);
  return text === key ? name.replaceAll('_', ' ') : text;
}
