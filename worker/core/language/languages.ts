import { de } from './de/de.ts';
import { en } from './en/en.ts';
import { es } from './es/es.ts';
import { fr } from './fr/fr.ts';
import type { Language } from './habits.ts';
import { ja } from './ja/ja.ts';
import { pt } from './pt/pt.ts';

/** The languages that the product reads whole; another one is searched and reviewed by people. */
export const LANGUAGES: readonly Language[] = [en, de, fr, es, pt, ja];

export const languageFor = (code: string): Language | null => LANGUAGES.find((one) => one.code === code) ?? null;
