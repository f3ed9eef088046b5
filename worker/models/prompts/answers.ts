import { z } from 'zod';
import { SECTION_FORMS } from '../../core/grounding/written.ts';

const MAX_TITLE_CHARS = 200;
const MAX_STATEMENT_CHARS = 1_000;
const MAX_STATEMENTS = 100;
const MAX_SECTIONS = 40;
const MAX_SAID = 40;

const within = (max: number) => z.string().refine((text) => text.trim() !== '' && text.length <= max);
const index = z.number().refine((n) => Number.isInteger(n) && n >= 0 && n < 10_000);

/** Bounds are refinements, which stay out of the JSON schema: compatible endpoints refuse the keywords for them. */
const upTo = <T extends z.ZodType>(items: T, max: number) => z.array(items).refine((list) => list.length <= max);

const article = z.strictObject({
  title: within(MAX_TITLE_CHARS),
  sections: upTo(
    z.strictObject({
      heading: within(MAX_TITLE_CHARS).nullable(),
      form: z.enum(SECTION_FORMS),
      sentences: upTo(
        z.strictObject({ text: within(MAX_STATEMENT_CHARS), says: upTo(index, MAX_SAID) }),
        MAX_STATEMENTS,
      ),
    }),
    MAX_SECTIONS,
  ),
});

/** The shape of an answer by name: strict, so that a key more (a score, an approval) makes it malformed. */
export interface AnswerShape<T> {
  name: string;
  schema: z.ZodType<T>;
}

export const ARTICLE: AnswerShape<z.infer<typeof article>> = { name: 'article', schema: article };
export const SAMENESS: AnswerShape<{ isSame: boolean }> = {
  name: 'sameness',
  schema: z.strictObject({ isSame: z.boolean() }),
};
export const GROUNDEDNESS: AnswerShape<{ unsupported: number[] }> = {
  name: 'groundedness',
  schema: z.strictObject({ unsupported: upTo(index, MAX_STATEMENTS) }),
};
export const NAMING: AnswerShape<{ title: string }> = {
  name: 'naming',
  schema: z.strictObject({ title: within(MAX_TITLE_CHARS) }),
};
