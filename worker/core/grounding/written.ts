/** How a section shows what it says: numbered steps, a list, or paragraphs. */
export const SECTION_FORMS = ['steps', 'list', 'text'] as const;
export type SectionForm = (typeof SECTION_FORMS)[number];

/** A sentence of a model, and the numbers of the statements that it says. */
export interface WrittenSentence {
  text: string;
  says: readonly number[];
}

/** What a model proposes for a draft: data, never markup. */
export interface WrittenArticle {
  title: string;
  sections: readonly {
    heading: string | null;
    form: SectionForm;
    sentences: readonly WrittenSentence[];
  }[];
}

/** A section that stood, each sentence with the statements themselves that it says: what makes a second question needless. */
export interface StoodSection {
  heading: string | null;
  form: SectionForm;
  sentences: { text: string; says: string[] }[];
}
