import { badHeading } from '../../grounding/heading.ts';
import { asLine } from '../../grounding/sentence.ts';
import type { WrittenArticle } from '../../grounding/written.ts';
import { type Bench, whyNotBorne } from './borne.ts';
import type { PlacedSection } from './placing.ts';

/** Sections and sentences of a proposal that are looked at. */
const MAX_SECTIONS = 12;
const MAX_SENTENCES = 100;

export interface Cut {
  text: string;
  why: string;
}

/**
 * Of a model's sections what may stand. A sentence stands once for each statement, proved (`whyNotBorne`); steps stand as
 * steps, those of one list together and in its order; a heading stands over what it names, or where the builtin draft or the
 * language has it. A section without steps that calls itself steps is a list.
 */
export function provedSections(
  { sections }: WrittenArticle,
  proof: Bench,
  { own: headings, title }: { own: ReadonlySet<string>; title: string },
): { sections: PlacedSection[]; cut: Cut[] } {
  const cut: Cut[] = [];
  const taken = new Set<number>();
  const latest = new Map<number, number>();
  let seen = 0;
  const stand = sections.slice(0, MAX_SECTIONS).flatMap((section): PlacedSection[] => {
    const listOf = (says: readonly number[]): number | null =>
      says.map((at) => proof.statements[at]?.list ?? null).find((list) => list !== null) ?? null;
    const first = section.sentences.map(({ says }) => listOf(says)).find((list) => list !== null) ?? null;
    const list = section.form === 'steps' ? first : null;
    const form = section.form === 'steps' && list === null ? 'list' : section.form;
    const sentences = section.sentences.flatMap((sentence) => {
      const [text, says] = [asLine(sentence.text), [...new Set(sentence.says)].sort((a, b) => a - b)];
      const why = ++seen > MAX_SENTENCES ? 'too many sentences' : whyNot(text, says);
      if (why !== null) cut.push({ text: text.slice(0, 80), why });
      if (why !== null) return [];
      for (const at of says) {
        taken.add(at);
        const own = proof.statements[at]!.list;
        if (own !== null) latest.set(own, at);
      }
      return [{ text, says }];
    });
    if (sentences.length === 0) return [];
    const said = sentences.flatMap(({ says }) => says);
    return [{ heading: headingOver(section.heading, said, list !== null), form, list, sentences }];

    function whyNot(text: string, says: readonly number[]): string | null {
      if (says.some((at) => taken.has(at))) return 'it is said already';
      const lists = new Set(says.map((at) => proof.statements[at]?.list ?? null).filter((own) => own !== null));
      if (form === 'steps' ? !lists.has(list!) || lists.size > 1 : lists.size > 0)
        return form === 'steps' ? 'it is no step of these' : 'it is a step';
      if (says.some((at) => at < (latest.get(proof.statements[at]?.list ?? -1) ?? -1)))
        return 'the order of steps differs';
      return whyNotBorne(text, says, proof);
    }
  });
  return { sections: stand, cut };

  function headingOver(said: string | null, says: readonly number[], areSteps: boolean): string | null {
    if (said === null || asLine(said) === '') return null;
    const heading = asLine(said).replace(/[.:]$/, '');
    if (headings.has(heading)) return heading;
    const why = badHeading(
      heading,
      { statements: says.map((at) => proof.statements[at]!.text), areSteps, title },
      proof.logic,
    );
    if (why !== null) cut.push({ text: heading.slice(0, 80), why });
    return why === null ? heading : null;
  }
}
