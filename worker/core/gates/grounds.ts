import type { Quote } from '../../../shared/fix.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { contentWords, MIN_COVERED_SHARE } from './grounding.ts';

/** What of a fix says in what its sentences must stand. */
type Grounded = Pick<StoredFix, 'evidence'> & {
  note?: StoredFix['note'];
  writer?: Pick<NonNullable<StoredFix['writer']>, 'sections'> | null;
};

/**
 * What the new sentences of a fix must stand in: agents' own words; of a sentence that says several statements the words of each
 * together; of a change note each of its lines beside the one that it replaces, so that nothing is new but what the note says.
 */
export function groundsOf({ evidence, note, writer }: Grounded): readonly { quote: string }[] {
  if (note)
    return note.lines.map(({ before, after, said }) => ({ quote: `${before} ${said} ${after === said ? '' : after}` }));
  const fused = (writer?.sections ?? []).flatMap(({ sentences }) => sentences.filter(({ says }) => says.length > 1));
  return [...evidence, ...fused.map(({ says }) => ({ quote: says.map((text) => bearing(text, evidence)).join(' ') }))];
}

/** The quotes that bear a statement. */
function bearing(statement: string, evidence: readonly Quote[]): string {
  const words = contentWords(statement);
  return evidence
    .filter(({ quote }) => {
      const held = new Set(contentWords(quote));
      return words.filter((word) => held.has(word)).length >= MIN_COVERED_SHARE * words.length;
    })
    .map(({ quote }) => quote)
    .join(' ');
}
