/** What was found in a shadow: units `start` to `end`, and of which kind. */
export interface Span {
  start: number;
  end: number;
  kind: Kind;
  /** The helpdesk states this name as a whole: no word to be kept outweighs it. */
  isStated?: true;
}

/** The kinds of personal data and secrets that are told apart. */
export const KINDS = [
  'address',
  'bank_account',
  'birth_date',
  'card',
  'email',
  'handle',
  'health',
  'ip',
  'name',
  'national_id',
  'organization',
  'phone',
  'secret',
  'signature',
  'url_secret',
] as const;
export type Kind = (typeof KINDS)[number];

/** All matches of a global pattern as spans: of its named group `x` where it has one, else of the whole match. */
export function spansOf(text: string, pattern: RegExp, kind: Kind, isIt?: (match: RegExpExecArray) => boolean): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    if (isIt && !isIt(match)) continue;
    const inner = match.groups?.x;
    const start = match.index + (inner === undefined ? 0 : match[0].lastIndexOf(inner));
    spans.push({ start, end: start + (inner ?? match[0]).length, kind });
  }
  return spans;
}

/** Spans in order, with those that touch or overlap made one; the kind of the longer wins. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}
