/** A word with a capital amid a sentence: the name of a person or of a thing on the screen, mostly. */
const NAME = /(?<=[\p{L}\p{N},;’'”")]\s["“'‘(]?)\p{Lu}[\p{L}\p{N}]*/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Whether a sentence holds a name that none of these texts holds. */
export function bringsName(said: string, texts: readonly string[]): boolean {
  const known = new Set(texts.flatMap((text) => text.match(WORD) ?? []));
  return (said.match(NAME) ?? []).some((name) => !known.has(name));
}

/** Why the names in one sentence are not those of another, null where they are: none is new, none loses its capital. */
export function nameDiffers(said: string, original: string): string | null {
  if (bringsName(said, [original])) return 'a name is new';
  const words = new Set(said.match(WORD) ?? []);
  const lower = new Set([...words].map((word) => word.toLowerCase()));
  const isSmall = (original.match(NAME) ?? []).some((name) => !words.has(name) && lower.has(name.toLowerCase()));
  return isSmall ? 'a name is written small' : null;
}
