import { z } from 'zod';

const MAX_TITLE_CHARS = 200;
const MAX_STATEMENT_CHARS = 1_000;
const MAX_STATEMENTS = 100;
const MAX_QUOTES = 40;

const within = (max: number) => z.string().refine((text) => text.trim() !== '' && text.length <= max);
const index = z.number().refine((n) => Number.isInteger(n) && n >= 0 && n < 10_000);

/** Bounds are refinements, which stay out of the JSON schema: compatible endpoints refuse the keywords for them. */
const rewording = z.strictObject({
  title: within(MAX_TITLE_CHARS),
  statements: z
    .array(
      z.strictObject({
        text: within(MAX_STATEMENT_CHARS),
        quoteIndexes: z.array(index).refine((list) => list.length <= MAX_QUOTES),
      }),
    )
    .refine((list) => list.length <= MAX_STATEMENTS),
});

/** The shape of an answer by name: strict, so that a key more (a score, an approval) makes it malformed. */
export interface AnswerShape<T> {
  name: string;
  schema: z.ZodType<T>;
}

export const REWORDING: AnswerShape<z.infer<typeof rewording>> = { name: 'rewording', schema: rewording };
export const SAMENESS: AnswerShape<{ isSame: boolean }> = {
  name: 'sameness',
  schema: z.strictObject({ isSame: z.boolean() }),
};
export const GROUNDEDNESS: AnswerShape<{ unsupported: number[] }> = {
  name: 'groundedness',
  schema: z.strictObject({ unsupported: z.array(index).refine((list) => list.length <= MAX_STATEMENTS) }),
};
export const NAMING: AnswerShape<{ title: string }> = {
  name: 'naming',
  schema: z.strictObject({ title: within(MAX_TITLE_CHARS) }),
};
