import type { StoredFix } from '../../../shared/gap.ts';

/**
 * What the new sentences of a fix must stand in: agents' own words; of a change note each of its lines beside the one that it
 * replaces, so that nothing is new but what the note says.
 */
export function groundsOf({ evidence, note }: Pick<StoredFix, 'evidence' | 'note'>): readonly { quote: string }[] {
  if (!note) return evidence;
  return note.lines.map(({ before, after, said }) => ({ quote: `${before} ${said} ${after === said ? '' : after}` }));
}
