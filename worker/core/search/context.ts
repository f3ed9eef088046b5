import { isFunctionWord, stem, tokens } from '../text/words.ts';

/** A base is bound to entities when it has this many sections and this share of its titles name their own section. Stated. */
const LEAST_SECTIONS = 3;
const LEAST_NAMED = 0.5;

/** Share of a name's weight that must be said, and how much a mention fades a message. Origin: dialogues about places. */
const LEAST_SAID = 0.85;
const FADING = 0.95;

/** Two words are the same to within typing errors when this share of their letter pairs agrees (Dice). Stated. */
const LEAST_ALIKE = 0.75;

/** What a mention adds to the score of the entity's articles: even one message of fading outweighs other words. Stated. */
export const ENTITY_BONUS = 20;

/** Fewer content words than this are no question of their own: the message before belongs to it. Stated. */
const LEAST_WORDS = 1;

/** A named thing that many articles are about, such as one hotel among many; `rows` are its articles. */
export interface Entity {
  stems: string[];
  weights: number[];
  rows: number[];
}

/** One message of a dialogue, in order. */
export interface Message {
  author: string;
  text: string;
}

/** What is asked, and which entities it may be about, the likeliest with the highest weight (0 to 1). */
export interface AskedQuestion {
  text: string;
  entities: { entity: number; weight: number }[];
}

/** The entities of a base: its sections, where most titles name the section they stand in; else none. */
export function entitiesOf(articles: readonly { title: string; section: string }[]): Entity[] {
  const rowsOf = new Map<string, number[]>();
  let named = 0;
  articles.forEach(({ title, section }, row) => {
    const name = section.trim().toLowerCase();
    if (!name) return;
    if (title.toLowerCase().includes(name)) named++;
    rowsOf.set(name, [...(rowsOf.get(name) ?? []), row]);
  });
  if (rowsOf.size < LEAST_SECTIONS || named < LEAST_NAMED * articles.length) return [];
  const names = [...rowsOf].map(([name, rows]) => ({ stems: tokens(name).map(stem), rows }));
  const seenIn = new Map<string, number>();
  for (const { stems } of names) for (const word of new Set(stems)) seenIn.set(word, (seenIn.get(word) ?? 0) + 1);
  return names.map(({ stems, rows }) => ({ stems, rows, weights: stems.map((word) => 1 / (seenIn.get(word) ?? 1)) }));
}

/**
 * The question of a dialogue. Where the base is bound to entities: the customer's last message, about the entity that
 * was named last by either side (a mention fades, so an earlier one gives way). Else all that the customer said.
 */
export function questionInDialogue(messages: readonly Message[], entities: readonly Entity[]): AskedQuestion {
  const said = messages.filter(({ author }) => author === 'customer').map(({ text }) => text);
  if (entities.length === 0) return { text: said.join('\n'), entities: [] };
  const last = said.at(-1) ?? '';
  const content = tokens(last).filter((token) => !isFunctionWord(token));
  const text = content.length > LEAST_WORDS ? last : said.slice(-2).join('\n');
  const weights = new Map<number, number>();
  messages.forEach(({ text: message }, at) => {
    const fading = FADING ** (messages.length - 1 - at);
    const stems = tokens(message).map(stem);
    entities.forEach((entity, i) => {
      const share = shareSaid(entity, stems);
      if (share >= LEAST_SAID) weights.set(i, Math.max(weights.get(i) ?? 0, share * fading));
    });
  });
  const ranked = [...weights].map(([entity, weight]) => ({ entity, weight }));
  return { text, entities: ranked.sort((a, b) => b.weight - a.weight || a.entity - b.entity) };
}

function shareSaid(entity: Entity, said: readonly string[]): number {
  const total = entity.weights.reduce((sum, weight) => sum + weight, 0);
  const left = [...said];
  let missed = 0;
  for (const [i, word] of entity.stems.entries()) {
    const weight = entity.weights[i] ?? 0;
    let best = -1;
    let likeness = 0;
    for (const [at, other] of left.entries()) {
      const value = alike(word, other);
      if (value > likeness) [best, likeness] = [at, value];
    }
    missed += weight * (1 - likeness);
    if (missed > (1 - LEAST_SAID) * total) return 0;
    if (best >= 0) left.splice(best, 1);
  }
  return total > 0 ? 1 - missed / total : 0;
}

function alike(a: string, b: string): number {
  if (a === b) return 1;
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 2 || Math.min(a.length, b.length) < 4) return 0;
  const pairs = new Set(Array.from({ length: a.length - 1 }, (_, i) => a.slice(i, i + 2)));
  let shared = 0;
  for (let i = 0; i + 2 <= b.length; i++) if (pairs.has(b.slice(i, i + 2))) shared++;
  const dice = (2 * shared) / (a.length + b.length - 2);
  return dice >= LEAST_ALIKE ? dice : 0;
}
