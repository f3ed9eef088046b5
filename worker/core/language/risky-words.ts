import { RISKY as de } from './de/risky.ts';
import { RISKY as en } from './en/risky.ts';
import { RISKY as es } from './es/risky.ts';
import { RISKY as fr } from './fr/risky.ts';
import type { RiskyWords } from './risky.ts';

/** The risky words of every language that has some, by its code. */
export const RISKY_WORDS: Readonly<Record<string, RiskyWords>> = { de, en, es, fr };
