import type { Fact } from './facts.ts';
import type { Said } from './reading.ts';
import { namesIn } from './wording.ts';

/** Fills of one frame from which it may be filled for each customer anew, and the share that one fill has in a rule. */
const FILLS = 3;
const STEADY = 0.6;

/** What a frame is filled with: quoted words, figures, names. */
const QUOTED = /(?<![\p{L}\p{N}])(?:'[^'\n]{1,40}'|"[^"\n]{1,40}"|“[^”\n]{1,40}”)(?![\p{L}\p{N}])/gu;
const FIGURE = /[$€£#]?\d[\d.,:]*%?/g;

/** A fact without the sentences that were filled for one customer each ("Your balance is 8047"); null where hardly more is left. */
export function withoutInstances(fact: Fact): Fact | null {
  const frames = Map.groupBy(fact.said, ({ text }) => frameOf(text));
  const anew = [...frames.values()].filter(isFilledAnew);
  const fills = new Set(anew.flatMap((own) => own.flatMap(({ text }) => parts(text))));
  const steady = [...frames.values()].filter((own) => !anew.includes(own)).flat();
  const said = steady.filter(({ text }) => !parts(text).some((part) => fills.has(part)));
  if (said.length === fact.said.length) return isVaried(fact.said) ? null : fact;
  if (said.length < fact.said.length / 2) return null;
  return { said, conversations: new Set(said.map(({ conversationId }) => conversationId)) };
}

function isFilledAnew(said: readonly Said[]): boolean {
  const fills = new Map<string, number>();
  for (const { text } of said) fills.set(fillOf(text), (fills.get(fillOf(text)) ?? 0) + 1);
  return fills.size >= FILLS && Math.max(...fills.values()) < STEADY * said.length;
}

/** Whether sentences of many frames hold figures, and hardly two the same. */
function isVaried(said: readonly Said[]): boolean {
  const figured = said.filter(({ figures }) => figures !== '');
  if (figured.length < said.length / 2) return false;
  const counts = new Map<string, number>();
  for (const { figures } of figured)
    for (const figure of figures.split(' ')) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  return counts.size >= FILLS && Math.max(...counts.values()) < STEADY * figured.length;
}

const parts = (text: string): string[] => [
  ...(text.match(QUOTED) ?? []),
  ...(text.replace(QUOTED, ' ').match(FIGURE) ?? []),
  ...namesIn(text.replace(QUOTED, ' x ').replace(FIGURE, '0')),
];

const fillOf = (text: string): string => parts(text).join('|').toLowerCase();

/** A sentence with what it is filled with made alike. */
function frameOf(text: string): string {
  const plain = text.replace(QUOTED, ' x ').replace(FIGURE, '0');
  let [frame, from] = ['', 0];
  for (const name of namesIn(plain)) {
    const at = plain.indexOf(name, from);
    frame += `${plain.slice(from, at)}_`;
    from = at + name.length;
  }
  return (frame + plain.slice(from))
    .toLowerCase()
    .replace(/[^\p{L}_]+/gu, ' ')
    .trim();
}
