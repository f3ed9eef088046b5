import { NEWS as de } from './de/news.ts';
import { NEWS as en } from './en/news.ts';
import { NEWS as es } from './es/news.ts';
import { NEWS as fr } from './fr/news.ts';
import { NEWS as ja } from './ja/news.ts';
import type { NewsWords } from './news.ts';
import { NEWS as pt } from './pt/news.ts';

/** How releases are told, by the code of each language that is known. */
export const NEWS_WORDS: Readonly<Record<string, NewsWords>> = { de, en, es, fr, ja, pt };
