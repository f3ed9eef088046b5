import type { SeedArticle } from '../types.ts';
import { account } from './account.ts';
import { gettingStarted } from './gettingStarted.ts';
import { people } from './people.ts';
import { rota } from './rota.ts';
import { time } from './time.ts';

/** Shiftloom's help center on the morning of 2 November, before the product changed. */
export const articles: SeedArticle[] = [...gettingStarted, ...rota, ...time, ...people, ...account];
