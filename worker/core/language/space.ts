/** Between a language and the audience that alone may read what is learned there. No language's code holds it. */
const KEPT_FOR = '@';

/**
 * Where a conversation teaches: a language, or a language within one audience (`en@group/360`). What is learned in one space is
 * never met in another: that is how the words of a private group stay with who may open its tickets.
 */
export function spaceOf({ language, audience }: { language: string; audience?: string | undefined }): string {
  return audience === undefined ? language : `${language}${KEPT_FOR}${audience}`;
}

/** The language of a space. */
export function languageIn(space: string): string {
  return space.split(KEPT_FOR, 1)[0] ?? space;
}

/** Whom a space is kept for; null where everybody may read what is learned in it. */
export function audienceIn(space: string): string | null {
  const at = space.indexOf(KEPT_FOR);
  return at < 0 ? null : space.slice(at + 1);
}
