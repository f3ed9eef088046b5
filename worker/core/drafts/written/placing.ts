import type { SectionForm } from '../../grounding/written.ts';

/** A sentence in its place, with the numbers of the statements that it says, in order. */
export interface Placed {
  text: string;
  says: readonly number[];
}

export interface PlacedSection {
  heading: string | null;
  form: SectionForm;
  /** The list of steps that its sentences come from; null where they are no steps. */
  list: number | null;
  sentences: Placed[];
}

/** A statement of the builtin draft: its words, the list of steps it belongs to, and the heading above it. */
export interface Missing {
  at: number;
  text: string;
  list: number | null;
  heading: string | null;
}

/**
 * Puts a statement that nothing says yet where the builtin draft has it: a step among the steps of its list, in their order; what is no
 * step behind the statement before it, or at the end of what is no step. Changes `sections`.
 */
export function place(sections: PlacedSection[], missing: Missing): void {
  const { at, text, list } = missing;
  const own = sections.find((section) => list !== null && section.form === 'steps' && section.list === list);
  if (own) {
    const next = own.sentences.findIndex(({ says }) => Math.min(...says) > at);
    own.sentences.splice(next < 0 ? own.sentences.length : next, 0, { text, says: [at] });
    return;
  }
  const before = at === 0 ? null : nearestBefore(sections, at);
  if (list !== null || before === null) {
    const made: PlacedSection = {
      heading: missing.heading,
      form: list === null ? 'text' : 'steps',
      list,
      sentences: [{ text, says: [at] }],
    };
    sections.splice(before === null ? 0 : before.section + 1, 0, made);
    return;
  }
  const { section, sentence } = before;
  if (sections[section]!.form !== 'steps') {
    sections[section]!.sentences.splice(sentence + 1, 0, { text, says: [at] });
    return;
  }
  const next = sections[section + 1];
  if (next && next.form !== 'steps') next.sentences.unshift({ text, says: [at] });
  else sections.splice(section + 1, 0, { heading: null, form: 'text', list: null, sentences: [{ text, says: [at] }] });
}

/** Where the latest statement before a number is said. */
function nearestBefore(sections: readonly PlacedSection[], at: number): { section: number; sentence: number } | null {
  let best: { said: number; section: number; sentence: number } | null = null;
  for (const [section, { sentences }] of sections.entries())
    for (const [sentence, { says }] of sentences.entries())
      for (const said of says) if (said < at && (best === null || said > best.said)) best = { said, section, sentence };
  return best;
}
