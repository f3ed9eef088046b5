import type { Tables, Words } from '../frame/words.ts';

const en = () => import('./words/en.json');
export type Key = keyof Awaited<ReturnType<typeof en>>['default'];
export type SidebarWords = Words<Key>;

/** The sidebar's words, one language at a time. */
export const TABLES: Tables<Key> = {
  en,
  de: () => import('./words/de.json'),
  es: () => import('./words/es.json'),
  fr: () => import('./words/fr.json'),
  ja: () => import('./words/ja.json'),
  'pt-BR': () => import('./words/pt-BR.json'),
};
