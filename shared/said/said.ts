import type { en } from './words/en.ts';

/** The sentences that there are: every key of the English table, which alone says what places each has. */
export type SaidCode = keyof typeof en;

/**
 * What stands in a place of a sentence: a number, a name or somebody's words, another sentence, several of these (all of
 * them, one of them, or each after the other with semicolons between), or a time in ms.
 */
export type SaidValue = string | number | Said | { all: Many } | { either: Many } | { each: Many } | { at: number };
type Many = readonly (string | Said)[];

/**
 * A sentence for people as it is stored and sent: its code and the values of its places, never its words. It is worded where
 * it is read, in the reader's language (`worded.ts`). `code` is a string because a row may come from a version that has more.
 */
export interface Said {
  readonly code: string;
  readonly values: Readonly<Record<string, SaidValue>>;
}

type FormOf<Text> = Text extends string ? Text : Text extends { other: infer Form } ? Form : never;
type PlaceIn<Form> = Form extends `${string}{${infer Place}}${infer Rest}` ? Place | PlaceIn<Rest> : never;
/** The places of a sentence; one with plural forms needs its count. */
type PlaceOf<Code extends SaidCode> =
  | PlaceIn<FormOf<(typeof en)[Code]>>
  | ((typeof en)[Code] extends string ? never : 'count');
type ValuesOf<Code extends SaidCode> = [PlaceOf<Code>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceOf<Code>, SaidValue>>];

/** A sentence of ours. A code that is not there, and a place that is missing or too many, does not compile. */
export function say<Code extends SaidCode>(code: Code, ...[values]: ValuesOf<Code>): Said {
  return { code, values: values ?? {} };
}

/** The code of what stands as somebody wrote it. */
export const AS_WRITTEN = 'as_written';

/** What stands as it was written, in whatever language: a person's own words, a technical detail, a row from before codes. */
export function asWritten(text: string): Said {
  return { code: AS_WRITTEN, values: { text } };
}

/** Whether two sentences say the same of the same. */
export function isSameSaid(a: Said | null, b: Said | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
