import type { Said } from '../../shared/said/said.ts';
import { worded } from '../../shared/said/worded.ts';
import { useWords } from '../frame/joined.tsx';
import type { Table, Tables, Words } from '../frame/words.ts';

const en = () => import('./words/en.json');

/** The console's texts by their keys, as the English file has them. */
export type Key = keyof Awaited<ReturnType<typeof en>>['default'];
export type ConsoleWords = Words<Key>;

/** Where the worker's sentences stand among the console's own texts. */
const SAID = 'said/';

/** The console's own texts and the worker's sentences, of one language. */
export const tables: Tables<Key> = {
  en: () =>
    both(
      en(),
      import('../../shared/said/words/en.ts').then((it) => it.en),
    ),
  de: () =>
    both(
      import('./words/de.json'),
      import('../../shared/said/words/de.ts').then((it) => it.de),
    ),
  es: () =>
    both(
      import('./words/es.json'),
      import('../../shared/said/words/es.ts').then((it) => it.es),
    ),
  fr: () =>
    both(
      import('./words/fr.json'),
      import('../../shared/said/words/fr.ts').then((it) => it.fr),
    ),
  ja: () =>
    both(
      import('./words/ja.json'),
      import('../../shared/said/words/ja.ts').then((it) => it.ja),
    ),
  'pt-BR': () =>
    both(
      import('./words/pt-BR.json'),
      import('../../shared/said/words/pt-BR.ts').then((it) => it.ptBR),
    ),
};

async function both(own: Promise<{ default: Table<Key> }>, said: Promise<Table>): Promise<{ default: Table<Key> }> {
  const [texts, sentences] = await Promise.all([own, said]);
  const prefixed = Object.entries(sentences).map(([code, text]) => [SAID + code, text] as const);
  return { default: { ...texts.default, ...Object.fromEntries(prefixed) } };
}

export const useConsoleWords = (): ConsoleWords => useWords<Key>();

/** Words a sentence of the worker in the reader's language. */
export function useSaid(): (said: Said) => string {
  const words = useWords<string>();
  return (said) => worded({ ...words, t: (code, values) => words.t(SAID + code, values) }, said);
}

/** The word of a closed list (`state.open`); a name that no list knows stands as it is, its underscores as spaces. */
export function named(words: ConsoleWords, list: string, name: string): string {
  const key = `${list}.${name}`;
  const text = words.t(key as Key);
  return text === key ? name.replaceAll('_', ' ') : text;
}

export { actorName } from '../../shared/said/worded.ts';
