import type { RawConversation } from '../../../worker/loop/ports/helpdesk.ts';
import { seededArticles, seededConversations, toldOf } from '../world/seeded.ts';
import { createWorld, TENANT, type World } from '../world/world.ts';

const STORIES = ['calendar_feed', 'clock_out_crash', 'stale_import', 'needs_action', 'german'];
const NO_PAST = { since: 0, cursor: null, done: 0, readTo: null, isDone: true };

/** A world that has learned some of the sandbox's stories, at the time when the last of them was solved. */
export async function learnedWorld(): Promise<World> {
  const world = await createWorld();
  for (const article of seededArticles()) world.desk.articles.set(article.id, article);
  const past = seededConversations((c) => STORIES.includes(c.story));
  for (const c of past) world.desk.conversations.set(c.id, c);
  world.clock.event = Math.max(...past.map((c) => c.updatedAt)) + 1;
  await world.tell({ type: 'refresh', at: Math.min(...past.map((c) => c.createdAt)) - 1 });
  await world.tell(...past.flatMap(toldOf));
  world.shelf.cursors.set(JSON.stringify([TENANT, 'backfill']), JSON.stringify(NO_PAST));
  await world.run();
  return world;
}

/** Somebody new asks; the helpdesk has it, we have not heard of it. */
export function asks(world: World, id: string, text: string, more: Partial<RawConversation> = {}): RawConversation {
  const at = world.clock.event;
  const requester = {
    id: `new-${id}`,
    role: 'customer',
    name: 'Ida Noe',
    email: `ida@${id}.example`,
    phone: null,
  } as const;
  const conversation: RawConversation = {
    id,
    subject: '',
    channel: 'email',
    state: 'open',
    mergedInto: null,
    requester,
    people: [],
    organization: null,
    brand: null,
    createdAt: at,
    updatedAt: at,
    solvedAt: null,
    reopenedAt: [],
    handovers: 0,
    rating: null,
    tags: [],
    segment: {},
    turns: [{ id: `${id}-1`, author: 'customer', authorId: requester.id, text, html: null, isPublic: true, at }],
    ...more,
  };
  world.desk.conversations.set(id, conversation);
  return conversation;
}
