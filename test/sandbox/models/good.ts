import type { SectionForm } from '../../../worker/core/grounding/written.ts';
import { type Asked, claimsOf, type DraftData, draftDataOf } from './prompt.ts';

export interface ArticleAnswer {
  title: string;
  sections: {
    heading: string | null;
    form: SectionForm;
    sentences: { text: string; says: number[] }[];
  }[];
}

/** A model that does as it was asked: writes well, cites rightly, and says no where it is not sure. */
export function goodAnswer(asked: Asked): Record<string, unknown> {
  switch (asked.shape) {
    case 'article':
      return { ...goodArticle(draftDataOf(asked)) };
    case 'sameness':
      return { isSame: wordsOf(asked.data.a) === wordsOf(asked.data.b) };
    case 'groundedness':
      return { unsupported: unsupportedOf(asked) };
    default:
      return { title: String(asked.data.title ?? '') };
  }
}

/**
 * The statements as a good writer arranges them: what stands before the steps first, then the steps, then what else is to be
 * known with what holds for everybody before what holds on a condition; what is said of one thing in one sentence.
 */
export function goodArticle({ kind, title, statements }: DraftData): ArticleAnswer {
  const said = ({ index, text }: DraftData['statements'][number]) => ({ text: reworded(text), says: [index] });
  if (kind === 'article_patch')
    return { title, sections: [{ heading: null, form: 'text', sentences: statements.map(said) }] };
  const lists = [...Map.groupBy(statements, ({ list }) => list)].filter(([list]) => list !== null);
  const firstStep = statements.findIndex(({ list }) => list !== null);
  const before = statements.filter(({ list }, at) => list === null && at < firstStep).map(said);
  const notes = statements.filter(({ list }, at) => list === null && at >= firstStep).map(said);
  const isOnCondition = ({ text }: { text: string }) => /^(?:if|when|unless)\b/i.test(text);
  const ordered = joined([...notes.filter((one) => !isOnCondition(one)), ...notes.filter(isOnCondition)]);
  const sections: ArticleAnswer['sections'] = [
    { heading: null, form: 'text' as const, sentences: before },
    ...lists.map(([, steps]) => ({ heading: null, form: 'steps' as const, sentences: steps.map(said) })),
    {
      heading: lists.length > 0 && ordered.length > 1 ? 'Good to know' : null,
      form: ordered.length > 2 ? ('list' as const) : ('text' as const),
      sentences: ordered,
    },
  ];
  return { title, sections: sections.filter(({ sentences }) => sentences.length > 0) };
}

const TURNING = /\b(?:not|no|never|cannot|only|if|when|unless|before|after|until|while|without|we|us)\b|n['’]t\b/i;

/** Neighbours that begin with the same two words or more and turn nothing round, as one sentence. */
function joined(sentences: { text: string; says: number[] }[]): { text: string; says: number[] }[] {
  const found: { text: string; says: number[] }[] = [];
  for (const one of sentences) {
    const last = found.at(-1);
    const rest = last && last.says.length === 1 ? withoutShared(last.text, one.text) : null;
    if (last && rest !== null && !TURNING.test(last.text + one.text))
      found.splice(-1, 1, { text: `${last.text.replace(/\.$/, '')} and ${rest}`, says: [...last.says, ...one.says] });
    else found.push(one);
  }
  return found;
}

/** What a sentence says beyond the beginning that it shares with another; null where they share fewer than two words. */
function withoutShared(one: string, other: string): string | null {
  const [a, b] = [one.split(' '), other.split(' ')];
  const shared = b.findIndex((word, at) => word !== a[at]);
  return shared >= 2 && shared < b.length - 1 ? b.slice(shared).join(' ') : null;
}

/** Plainer without a change of meaning: courtesy gone, one verb for another, longer forms. */
export function reworded(text: string): string {
  const plain = text
    .replace(/^(?:Please|Kindly|Just|Simply)\s+(?=\p{L})/u, '')
    .replace(/^You (?:just|simply) (?=can|need)/u, 'You ')
    .replace(/^Click(?: on)?\s/u, 'Select ')
    .replace(/^Tap(?: on)?\s/u, 'Press ')
    .replace(/\bclick on\b/gu, 'select')
    .replace(/\bcan't\b/gu, 'cannot')
    .replace(/\bdon't\b/gu, 'do not');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** Half of a statement's words are in one of its quotes, or it is doubted. */
function unsupportedOf(asked: Asked): number[] {
  return claimsOf(asked).flatMap(({ index, text, quotes }) => {
    const words = wordsOf(text).split(' ');
    const isSaid = quotes.some((quote) => {
      const said = new Set(wordsOf(quote).split(' '));
      return words.filter((word) => said.has(word)).length * 2 >= words.length;
    });
    return isSaid ? [] : [index];
  });
}

const wordsOf = (text: unknown): string =>
  String(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
