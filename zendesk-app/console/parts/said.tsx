import type { Said as Sentence } from '../../../shared/said/said.ts';
import { useSaid } from '../keys.ts';

/** A sentence of the worker in the reader's language; a person's own words as they are. */
export function Said({ it }: { it: Sentence }) {
  return <span>{useSaid()(it)}</span>;
}
