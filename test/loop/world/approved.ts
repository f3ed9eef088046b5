import type { Article, GapState, StoredFix } from '../../../shared/index.ts';
import { hashText } from '../../../worker/core/text/hash.ts';
import type { LoopMessage } from '../../../worker/loop/ports/messages.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { aConversation, aFix, aGap, anArticle, anEntry, anObservation } from '../../contracts/examples.ts';
import { createWorld, TENANT, type World } from './world.ts';

export const BASE = '<p>Open Reports.</p><p>Wait a day for the file.</p>';
export const TARGET = '<p>Open Reports.</p><p>Choose Wages.</p><p>Wait an hour for the file.</p>';
export const GAP_ID = 'gap';
export const ARTICLE_ID = '77';

export interface Approved extends World {
  fix: StoredFix;
  /** Runs publish and what it leads to, as the queue would, once. */
  publish(): Promise<LoopMessage[]>;
  verify(): Promise<LoopMessage[]>;
  live(): Article | undefined;
  states(): Promise<{ fix: string | undefined; gap: string | undefined; publication: string | undefined }>;
}

/** A world in which a person has approved a fix: of an article, or with `articleId: null` a new one. */
export async function approvedWorld(more: Partial<StoredFix> = {}): Promise<Approved> {
  const world = await createWorld();
  const { ports, desk } = world;
  const article = anArticle(ARTICLE_ID, { title: 'Export', bodyHtml: BASE });
  desk.articles.set(ARTICLE_ID, article);
  await ports.articles.put(TENANT, [article], 'seen');
  const fix = aFix('f', {
    state: 'approved',
    actor: 'ada',
    gapId: GAP_ID,
    articleId: ARTICLE_ID,
    bodyHtml: TARGET,
    baseHtml: BASE,
    baseHash: hashText(`Export\u0000${BASE}`),
    evidence: [{ conversationId: 'a', turnId: 'a-1', quote: 'Choose Wages.' }],
    ...more,
  });
  await ports.observations.record(TENANT, {
    observation: anObservation('a'),
    conversation: aConversation('a'),
    entries: [anEntry(1, 'unknown')],
    gaps: [aGap(GAP_ID, { state: gapStateOf(fix), conversationIds: ['a'] })],
  });
  await ports.fixes.add(TENANT, fix);
  const at = world.clock.event;
  const idOfPublication = async () => (await ports.publications.list(TENANT)).at(-1)?.id ?? 'none';
  return {
    ...world,
    fix,
    publish: () => runStep(ports, TENANT, { type: 'publish', at, fixId: fix.id }),
    verify: async () => runStep(ports, TENANT, { type: 'verify', at, publicationId: await idOfPublication() }),
    live: () => desk.articles.get(ARTICLE_ID),
    async states() {
      const publication = (await ports.publications.list(TENANT)).at(-1);
      return {
        fix: (await ports.fixes.get(TENANT, fix.id))?.state,
        gap: (await ports.gaps.get(TENANT, GAP_ID))?.state,
        publication: publication?.state,
      };
    },
  };
}

function gapStateOf({ state }: StoredFix): GapState {
  if (state === 'in_review' || state === 'escalated') return state;
  return state === 'drafted' || state === 'rehearsed' || state === 'scored' ? 'open' : 'approved';
}
