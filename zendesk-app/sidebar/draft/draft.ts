/** Longest draft the worker checks: what stands behind is not sent. Source: shared/advice.ts. */
const MAX_DRAFT_CHARS = 8_192;

/** A shorter draft states nothing that could be checked. */
const MIN_CHARS = 12;

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * The text of what stands in the composer, which Zendesk hands over as HTML or as text. It is only ever read, never drawn;
 * the page's policy allows no parser of markup.
 */
export function plainOf(comment: string): string {
  return comment
    .slice(0, 4 * MAX_DRAFT_CHARS)
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr)\b[^<>]*>/giu, '\n')
    .replace(/<\/?[a-z][^<>]*>/giu, '')
    .replace(/&(#\d{1,6}|[a-z]{2,6});/giu, (whole, name: string) =>
      name.startsWith('#') ? String.fromCodePoint(Math.min(0x10ffff, Number(name.slice(1)))) : (NAMED[name] ?? whole),
    )
    .replace(/[ \t]+/g, ' ')
    .trim()
    .slice(0, MAX_DRAFT_CHARS);
}

/** Whether a draft says anything that may differ from an article: a value, in digits or in words, in enough of a sentence. */
export function isWorthChecking(text: string): boolean {
  return (
    text.length >= MIN_CHARS &&
    (/\d/.test(text) || /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\b/i.test(text))
  );
}
