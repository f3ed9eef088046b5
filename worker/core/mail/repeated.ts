import type { MailLine } from './lines.ts';

/** Words in a row that nobody writes again by chance. Origin: stated default, about one whole sentence. */
const RUN_WORDS = 8;
/** Words of earlier turns that are remembered, of all and of one: more is no mail thread, but an attachment. */
const MAX_REMEMBERED_WORDS = 40_000;
const MAX_TURN_WORDS = 4_000;
const MAX_TURN_LINES = 500;

const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]|[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Tells what in a mail was said before: runs of eight words and more that stand in an earlier turn, in any language. */
export class Said {
  private readonly runs = new Set<string>();
  private readonly whole = new Set<string>();
  private left = MAX_REMEMBERED_WORDS;

  /** Remembers a turn; what lies behind the first of many words is not. */
  add(text: string): void {
    const words = wordsOf(text).slice(0, Math.min(this.left, MAX_TURN_WORDS));
    this.left -= words.length;
    for (let at = 0; at + RUN_WORDS <= words.length; at++) this.runs.add(words.slice(at, at + RUN_WORDS).join(' '));
    for (const line of text.split('\n', MAX_TURN_LINES)) this.whole.add(wordsOf(line).join(' '));
  }

  get isEmpty(): boolean {
    return this.runs.size === 0;
  }

  /** For each line whether all its words were said before: in a run that may go over several lines. */
  repeatedLines(lines: readonly MailLine[]): boolean[] {
    if (this.isEmpty) return lines.map(() => false);
    const perLine = lines.map((line) => wordsOf(line.text));
    const words = perLine.flat();
    const isSaid = new Uint8Array(words.length);
    for (let at = 0; at + RUN_WORDS <= words.length; at++)
      if (this.runs.has(words.slice(at, at + RUN_WORDS).join(' '))) isSaid.fill(1, at, at + RUN_WORDS);
    let from = 0;
    return perLine.map((own) => {
      const said = isSaid.subarray(from, from + own.length);
      from += own.length;
      return own.length > 0 && said.every((one) => one === 1);
    });
  }

  /** Whether a short line is a whole line of an earlier turn: no sign by itself, only beside a run. */
  isLine(text: string): boolean {
    return this.whole.has(wordsOf(text).join(' '));
  }
}
