import { product } from '../seed/index.ts';
import type { StartOptions } from './options.ts';

/** A new account observes until its admin says *go*; one that has earned it publishes patches by itself from the first day. */
export function accountOf({ earned }: Pick<StartOptions, 'earned'>) {
  return earned
    ? { earned: product.sections.map(({ name }) => name), hasMacros: false, observesFirst: false }
    : { earned: [], hasMacros: true, observesFirst: true };
}
