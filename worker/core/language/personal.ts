import { PERSONAL as ar } from './ar/personal.ts';
import { PERSONAL as cs } from './cs/personal.ts';
import { PERSONAL as da } from './da/personal.ts';
import { PERSONAL as de } from './de/personal.ts';
import { PERSONAL as el } from './el/personal.ts';
import { PERSONAL as en } from './en/personal.ts';
import { PERSONAL as es } from './es/personal.ts';
import { PERSONAL as fi } from './fi/personal.ts';
import { PERSONAL as fr } from './fr/personal.ts';
import { PERSONAL as he } from './he/personal.ts';
import { PERSONAL as hi } from './hi/personal.ts';
import { PERSONAL as hu } from './hu/personal.ts';
import { PERSONAL as id } from './id/personal.ts';
import { INTRODUCTIONS } from './introductions.ts';
import { PERSONAL as it } from './it/personal.ts';
import { PERSONAL as ja } from './ja/personal.ts';
import { PERSONAL as ko } from './ko/personal.ts';
import { PERSONAL as nb } from './nb/personal.ts';
import { PERSONAL as nl } from './nl/personal.ts';
import type { PersonalWords } from './personal-words.ts';
import { PERSONAL as pl } from './pl/personal.ts';
import { PERSONAL as pt } from './pt/personal.ts';
import { PERSONAL as ro } from './ro/personal.ts';
import { PERSONAL as ru } from './ru/personal.ts';
import { PERSONAL as sv } from './sv/personal.ts';
import { PERSONAL as th } from './th/personal.ts';
import { PERSONAL as tr } from './tr/personal.ts';
import { PERSONAL as uk } from './uk/personal.ts';
import { PERSONAL as vi } from './vi/personal.ts';
import { PERSONAL as zh } from './zh/personal.ts';

/** The personal words of every language that has a folder, by its code. */
export const PERSONAL_WORDS: Readonly<Record<string, PersonalWords>> = {
  ...INTRODUCTIONS,
  ar,
  cs,
  da,
  de,
  el,
  en,
  es,
  fi,
  fr,
  he,
  hi,
  hu,
  id,
  it,
  ja,
  ko,
  nb,
  nl,
  pl,
  pt,
  ro,
  ru,
  sv,
  th,
  tr,
  uk,
  vi,
  zh,
};
