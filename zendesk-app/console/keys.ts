import { useWords } from '../frame/joined.tsx';
import type { Table, Tables, Words } from '../frame/words.ts';
import { saidTable } from '../said/said.ts';

const en = () => import('./words/en.json');

/** The console's texts by their keys, as the English file has them. */
export type Key = keyof Awaited<ReturnType<typeof en>>['default'];
export type ConsoleWords = Words<Key>;

/** The console's own texts, and the worker's sentences in another language than its own. */
export const tables: Tables<Key> = {
  en,
  de: () => both(import('./words/de.json'), import('../said/words/de.json')),
  es: () => both(import('./words/es.json'), import('../said/words/es.json')),
  fr: () => both(import('./words/fr.json'), import('../said/words/fr.json')),
  ja: () => both(import('./words/ja.json'), import('../said/words/ja.json')),
  'pt-BR': () => both(import('./words/pt-BR.json'), import('../said/words/pt-BR.json')),
};

async function both(
  own: Promise<{ default: Table<Key> }>,
  said: Promise<{ default: Table }>,
): Promise<{ default: Table<Key> }> {
  const [texts, sentences] = await Promise.all([own, said]);
  return { default: { ...texts.default, ...saidTable(sentences.default) } };
}

export const useConsoleWords = (): ConsoleWords => useWords<Key>();

/** The word of a closed list (`state.open`); a name that no list knows stands as it is, its underscores as spaces. */
export function named(words: ConsoleWords, list: string, name: string): string {
  const key = `${list}.${name}`;
  const text = words.t(key as Key);
  return text === key ? name.replaceAll('_', ' ') : text;
}

export { actorName } from '../said/said.ts';
