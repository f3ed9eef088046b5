/**
 * A reply, as HTML or text, with one value in the place of another: in the sentence that says it where that stands there as
 * it was read, else where the value stands once. Null where it can't be told which place is meant. Values are compared as
 * whole words, and nothing inside a tag is changed.
 */
export function withValue(
  reply: string,
  { sentence, from, to }: { sentence: string; from: string; to: string },
): string | null {
  const begin = reply.indexOf(sentence);
  const isThere = begin >= 0 && reply.indexOf(sentence, begin + 1) < 0;
  const [start, end] = isThere ? [begin, begin + sentence.length] : [0, reply.length];
  const places = placesOf(reply, from).filter((at) => at >= start && at < end);
  const [at] = places;
  if (at === undefined || places.length > 1) return null;
  return reply.slice(0, at) + escaped(to) + reply.slice(at + escaped(from).length);
}

/** Where a value stands as whole words outside of tags. */
function placesOf(reply: string, value: string): number[] {
  const words = escaped(value);
  if (words === '') return [];
  const places: number[] = [];
  for (let at = reply.indexOf(words); at >= 0; at = reply.indexOf(words, at + 1)) {
    const isWhole = !isLetter(reply[at - 1]) && !isLetter(reply[at + words.length]);
    const isInTag = reply.lastIndexOf('<', at) > reply.lastIndexOf('>', at);
    if (isWhole && !isInTag) places.push(at);
  }
  return places;
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign);
