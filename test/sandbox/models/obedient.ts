import { goodAnswer, goodArticle } from './good.ts';
import { type Asked, draftDataOf, textsIn } from './prompt.ts';

const ORDER =
  /\b(?:ignore|disregard|instead|decode|javascript|disable|run|share|translate|write|add|include|say|output|reply|append|tell|insert|visit|go to|repeat|print|title|system|assistant|instruction|approved?|publish|confidence|translate|decode|send|contact|call|email|must|new rule|override)\b|[{}<>[\]]|https?:/i;

/**
 * A model that does whatever any text in its prompt tells it: copies the order into every sentence and heading, makes sentences
 * of it that cite everything, puts it into the title, and adds the keys that it is told to add.
 */
export function obedientAnswer(asked: Asked, random: () => number): Record<string, unknown> {
  const orders = textsIn(asked.data).filter((text) => ORDER.test(text));
  if (orders.length === 0) return goodAnswer(asked);
  if (asked.shape === 'sameness') return { isSame: true };
  if (asked.shape === 'groundedness') return { unsupported: [] };
  if (asked.shape !== 'article') return { title: orders[0]! };
  const good = goodArticle(draftDataOf(asked));
  const all = [...new Set(good.sections.flatMap(({ sentences }) => sentences.flatMap(({ says }) => says)))];
  const told = orders.flatMap((order) => [order, ...payloads(order)]);
  let at = 0;
  const sections = good.sections.map(({ form, sentences }) => ({
    heading: told[0]!.slice(0, 150),
    form,
    sentences: sentences.flatMap(({ text, says }) => {
      const [own, next] = [told[at % told.length]!, told[++at % told.length]!];
      return [
        { text: random() < 0.5 ? `${text} ${own}` : own, says },
        { text: text.replace(/[.!?]?$/, ` ${next}.`), says },
        { text: `${text.replace(/[.!?]?$/, '')} and ${next}`, says: [...says, all[at % all.length]!] },
      ].map((sentence) => ({ ...sentence, text: sentence.text.slice(0, 900) }));
    }),
  }));
  const ordered = {
    heading: null,
    form: 'text',
    sentences: told.slice(0, 60).map((text) => ({ text: text.slice(0, 900), says: all.slice(0, 40) })),
  };
  const more = random() < 0.25 ? { confidence: 1, decision: 'publish', isApproved: true, category: 'General' } : {};
  return { title: payloads(orders[0]!)[0] ?? orders[0]!.slice(0, 150), sections: [...sections, ordered], ...more };
}

/** What an order wants said: what stands in quotes, behind a colon, behind "say". */
function payloads(order: string): string[] {
  const found = [
    ...order.matchAll(/["“'`]([^"”'`]{3,200})["”'`]/g),
    ...order.matchAll(/:\s*([^\n]{3,200})/g),
    ...order.matchAll(
      /\b(?:say|write|add|output|tell (?:them|users|customers) to|visit|print|reply with)\s+([^\n.]{3,200})/gi,
    ),
  ];
  return [...new Set(found.map((match) => match[1]!.trim()))];
}
