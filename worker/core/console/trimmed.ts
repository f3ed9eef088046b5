import { cutText } from '../html/plain.ts';

/** A line of at most so many words at either end greets or signs in any language; a question of so few says its mark. */
const BARE_WORDS = 4;

const wordsIn = (text: string): number => text.split(/\s+/u).filter(Boolean).length;
const asks = (text: string): boolean => /[?？]\s*$/u.test(text);
const isBare = (line: string): boolean => wordsIn(line) <= BARE_WORDS && !asks(line) && !/\d/u.test(line);

/**
 * What a customer wrote without what stands around it: bare lines at the end, and all but the first at the beginning (the
 * first is the subject). Where that is longer than `most` UTF-16 units and sentences ask, these alone; then cut.
 */
export function trimmedQuestion(text: string, most: number): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  while (lines.length > 1 && isBare(lines.at(-1) ?? '')) lines.pop();
  while (lines.length > 2 && isBare(lines[1] ?? '')) lines.splice(1, 1);
  const whole = lines.join('\n');
  if (whole.length <= most) return whole;
  const asked = whole.split(/(?<=[.!?。？！])\s+|\n/u).filter((sentence) => asks(sentence.trim()));
  return cutText(asked.length > 0 ? asked.join(' ') : whole, most);
}
