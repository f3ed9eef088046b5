import { tokens } from '../text/words.ts';

/** Words that turn a sentence round or narrow it: both sides must have the same of them. */
const OPERATORS: Readonly<Record<string, string>> = {
  not: 'not',
  never: 'not',
  no: 'not',
  cannot: 'not',
  neither: 'not',
  nor: 'not',
  none: 'not',
  without: 'without',
  unless: 'unless',
  except: 'except',
  only: 'only',
  off: 'off',
  before: 'before',
  after: 'after',
  until: 'until',
  instead: 'instead',
  or: 'or',
  if: 'if',
  when: 'if',
};

/** Words that a rewording may leave out but never bring: who acts, how far it goes, what is owed. */
const NEVER_NEW: readonly ReadonlySet<string>[] = [
  ['i', 'me', 'my', 'mine', 'we', 'us', 'our', 'ours', 'ourselves', 'myself'],
  ['he', 'him', 'his', 'she', 'her', 'they', 'them', 'their'],
  ['must', 'required', 'need', 'needs', 'mandatory', 'shall', 'ought'],
  ['all', 'every', 'any', 'always', 'both', 'each'],
  ['will', 'shall', 'would'],
].map((group) => new Set(group));

const OPTIONAL = new Set(['optional', 'optionally', 'may', 'might']);
const OPEN_CHOICE = new Set(['optional', 'optionally', 'may', 'might', 'can', 'could', 'if', 'want']);

/** Where one side says the first and the other the second, they contradict. */
const OPPOSITES: readonly (readonly [string, string])[] = (
  'enable:disable enabled:disabled activate:deactivate active:inactive left:right first:last top:bottom minimum:maximum ' +
  'increase:decrease open:close add:remove show:hide lock:unlock allow:block allow:deny allowed:denied up:down ' +
  'more:less above:below over:under import:export upload:download start:stop connect:disconnect on:off ' +
  'subscribe:unsubscribe public:private free:paid old:new internal:external install:uninstall valid:invalid ' +
  'in:out include:exclude included:excluded accept:reject approve:reject online:offline full:partial am:pm ' +
  'buy:sell send:receive sender:recipient from:to incoming:outgoing daily:monthly weekly:monthly monthly:yearly'
)
  .split(' ')
  .map((pair) => pair.split(':') as [string, string]);

/** Prepositions whose opposite often stands beside them: they contradict only after a verb that they complete. */
const PARTICLES = new Set(['on', 'in', 'from', 'to', 'over', 'under', 'up', 'down', 'out']);
const PARTICLE_VERBS = new Set(['turn', 'switch', 'toggle', 'log', 'sign', 'opt', 'check', 'scroll', 'move']);

/**
 * Why one sentence may not stand for another, judged by the words that carry its logic alone; null where it may.
 * Negations, conditions, order, choice and limits must be equal; who acts, duty and reach may not be added.
 */
export function turnedRound(said: string, original: string): string | null {
  const [next, before] = [tokens(said), tokens(original)];
  const [nextSet, beforeSet] = [new Set(next), new Set(before)];
  if (operators(next) !== operators(before)) return 'a negation or condition differs';
  for (const group of NEVER_NEW) {
    const hasNew = next.some((word) => group.has(word)) && !before.some((word) => group.has(word));
    if (hasNew) return 'it says who, how far or must, and the original does not';
  }
  const isWeaker = before.some((word) => OPTIONAL.has(word)) && !next.some((word) => OPEN_CHOICE.has(word));
  if (isWeaker) return 'what was optional is no longer';
  for (const [a, b] of OPPOSITES) {
    if (PARTICLES.has(a) || PARTICLES.has(b)) continue;
    if (isSwapped(nextSet, beforeSet, a, b) || isSwapped(nextSet, beforeSet, b, a)) return `${a} and ${b} differ`;
  }
  if (particles(next) !== particles(before)) return 'a verb is completed by another word';
  return null;
}

const isSwapped = (next: ReadonlySet<string>, before: ReadonlySet<string>, a: string, b: string): boolean =>
  next.has(a) && before.has(b) && !before.has(a);

function operators(words: readonly string[]): string {
  const found = words.flatMap((word) => (Object.hasOwn(OPERATORS, word) ? [OPERATORS[word]!] : []));
  return [...new Set(found)].sort().join(' ') + found.filter((name) => name === 'not').length;
}

/** "turn … off", "sign in": the particle within three words after its verb, in order. */
function particles(words: readonly string[]): string {
  const found: string[] = [];
  words.forEach((word, at) => {
    if (!PARTICLE_VERBS.has(word)) return;
    const particle = words.slice(at + 1, at + 4).find((near) => /^(?:on|off|in|out|up|down)$/.test(near));
    if (particle) found.push(`${word} ${particle}`);
  });
  return found.sort().join(',');
}
