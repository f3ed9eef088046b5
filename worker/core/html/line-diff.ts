import { diffArrays, diffWordsWithSpace } from 'diff';
import type { DiffLine } from '../../../shared/console/change.ts';
import { plainText } from './plain.ts';

export type { DiffLine };

/** Texts that differ in more lines or words are two texts: looking further takes quadratic time. Own choice. */
const MAX_EDITS = 500;

/** Two article bodies compared line by line as plain text, changed lines also word by word. */
export function diffOf(beforeHtml: string, afterHtml: string): DiffLine[] {
  const lines: DiffLine[] = [];
  let removed: string[] = [];
  const flush = (added: string[]) => {
    const pairs = Math.min(removed.length, added.length);
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      const [before, after] = [removed[i], added[i]];
      if (i < pairs && before !== undefined && after !== undefined) lines.push(...pairOf(before, after));
      else if (before !== undefined) lines.push(whole('removed', before));
      else if (after !== undefined) lines.push(whole('added', after));
    }
    removed = [];
  };
  const [old, next] = [linesOf(beforeHtml), linesOf(afterHtml)];
  const changes = diffArrays(old, next, { maxEditLength: MAX_EDITS }) ?? [
    { value: old, removed: true, added: false },
    { value: next, removed: false, added: true },
  ];
  for (const change of changes) {
    if (change.removed) removed = change.value;
    else if (change.added) flush(change.value);
    else {
      flush([]);
      lines.push(...change.value.map((text): DiffLine => ({ kind: 'same', parts: [{ text, isChanged: false }] })));
    }
  }
  flush([]);
  return lines;
}

/** What changed, with up to `context` unchanged lines around it; null stands for lines left out. */
export function excerptOf(lines: DiffLine[], context: number): (DiffLine | null)[] {
  const isNear = lines.map((_, i) =>
    lines.slice(Math.max(0, i - context), i + context + 1).some((line) => line.kind !== 'same'),
  );
  return lines.flatMap((line, i) => {
    if (isNear[i]) return [line];
    return i > 0 && !isNear[i - 1] ? [] : [null];
  });
}

const linesOf = (html: string) => plainText(html).split('\n').filter(Boolean);
const whole = (kind: 'removed' | 'added', text: string): DiffLine => ({ kind, parts: [{ text, isChanged: false }] });

function pairOf(before: string, after: string): DiffLine[] {
  const words = diffWordsWithSpace(before, after, { maxEditLength: MAX_EDITS });
  if (!words) return [whole('removed', before), whole('added', after)];
  const side = (kind: 'removed' | 'added'): DiffLine => ({
    kind,
    parts: words
      .filter((part) => (kind === 'removed' ? !part.added : !part.removed))
      .map((part) => ({ text: part.value, isChanged: part.added || part.removed })),
  });
  return [side('removed'), side('added')];
}
