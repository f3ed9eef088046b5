import type { RawConversation } from '../../../worker/loop/ports/helpdesk.ts';
import { anArticle } from '../../contracts/examples.ts';
import { ARTICLES, conversation, mixture } from '../../core/learning/fiction.ts';
import { aRaw } from '../world/raw.ts';
import { createWorld, TENANT } from '../world/world.ts';

const ANSWERS = [
  'What you call irrigation is the finger rule for a fern.',
  'Please stick a finger into the soil.',
  'Is the window facing south?',
  'Mist the leaves every morning.',
];
const ASKED = ['Where is the irrigation?', 'Do you offer irrigation?', 'irrigation for the balcony?'];

/** Conversations of a garden shop, of which some ask for an article in words that it lacks. */
function asked(): RawConversation[] {
  const missed = Array.from({ length: 8 }, (_, n) => ({
    ...conversation('watering', n, ANSWERS),
    id: `drip-${n}`,
    question: ASKED[n % 3] ?? '',
  }));
  const others = mixture(['returns', 'address', 'watering'], 8).map((c) => ({ ...c, question: c.subject }));
  const all = missed.flatMap((c, n) => [c, ...others.slice(n * 3, (n + 1) * 3)]);
  return all.map(({ question, turns, id }, i) => {
    const at = (i + 1) * 600_000;
    const said = turns.filter((turn, n) => n === 0 || turn.author === 'agent');
    return aRaw(id, at, {
      subject: '',
      turns: said.map((turn, n) => ({
        id: `${id}-${n}`,
        author: n === 0 ? 'customer' : 'agent',
        authorId: n === 0 ? `customer ${id}` : `agent ${i % 3}`,
        text: n === 0 ? question : turn.text,
        html: null,
        isPublic: true,
        at: at - 300_000 + n * 1_000,
      })),
    });
  });
}

/** A world that has learned them all, with or without labels at the helpdesk; its gaps of search words. */
export async function worldWhere({ canLabel }: { canLabel: boolean }) {
  const world = await createWorld();
  world.desk.canLabel = canLabel;
  for (const { id, ...article } of Object.values(ARTICLES)) world.desk.articles.set(id, anArticle(id, article));
  await world.tell({ type: 'refresh', at: 1 });
  await world.run();
  for (const raw of asked()) {
    world.desk.conversations.set(raw.id, raw);
    world.clock.event = raw.updatedAt;
    await world.tell({ type: 'observe', at: raw.updatedAt, conversationId: raw.id, moment: 'solved' });
  }
  await world.run();
  const gaps = (await world.ports.gaps.list(TENANT)).filter((gap) => gap.cause === 'unfindable');
  const fixes = await world.ports.fixes.list(TENANT, ['in_review', 'escalated', 'scored', 'rehearsed', 'drafted']);
  return { world, gaps, terms: fixes.filter((fix) => fix.kind === 'terms') };
}
