import type { Quote } from '../../../../shared/fix.ts';
import { grounding } from '../../gates/grounding.ts';
import { groundsOf } from '../../gates/grounds.ts';
import { type Proof, whyUnproved } from '../../grounding/sentence.ts';
import { escapeText } from '../../text/escape.ts';

/** A proof, and the quotes that the content gates will look in. */
export interface Bench extends Proof {
  evidence: readonly Quote[];
}

/** Why a sentence may not stand (`whyUnproved`), or that the content gates would find no quote for it; null where it may. */
export function whyNotBorne(text: string, says: readonly number[], bench: Bench): string | null {
  const why = whyUnproved(text, says, bench);
  const said = says.map((at) => bench.statements[at]?.text ?? '');
  if (why !== null || said[0] === text) return why;
  const sentences = [{ text, says: said }];
  const quotes = groundsOf({
    evidence: [...bench.evidence],
    writer: { sections: [{ heading: null, form: 'text', sentences }] },
  });
  return grounding(null, `<p>${escapeText(text)}</p>`, quotes).length > 0 ? 'no quote bears it' : null;
}
