import type { Article } from '../../../shared/article.ts';
import { policySchema } from '../../../shared/policy.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { failedChecks } from '../../../worker/core/gates/failed-checks.ts';
import type { RawConversation } from '../../../worker/loop/ports/helpdesk.ts';
import { approve } from '../../../worker/loop/review/decide-by-person.ts';
import { createOpenAiWriter } from '../../../worker/models/openai/writer.ts';
import { aFix } from '../../contracts/examples.ts';
import { createAnswersInMemory, createSpendInMemory } from '../../loop/memory/answers.ts';
import { seededArticles, toldOf } from '../../loop/world/seeded.ts';
import { TENANT } from '../../loop/world/world.ts';
import { openPlace, type Place, type StoresKind } from './place.ts';

/** Clean approvals a category starts with: more than the bound asks for at a bad rate of 5 % with 95 % assurance. */
const CLEAN_APPROVALS = 120;

/** Rounds of review after which a tenant that still has something to approve is broken. */
const MAX_ROUNDS = 50;

const NO_PAST = { since: 0, cursor: null, done: 0, readTo: null, isDone: true };

/** Short: a double answers at once or never. */
const TIMEOUT_MS = 150;
const PATIENCE_MS = 300;
const NO_CAPS = { calls: 1_000_000, tokens: 1_000_000_000 };

/** A tenant after its run, and every title, body and label that was written to its helpdesk. */
export interface Played {
  place: Place;
  written: string[];
}

/** A fresh tenant that has earned automatic publishing hears of these conversations; who reviews approves everything that may be approved. */
export async function play(
  conversations: readonly RawConversation[],
  modelUrl: string | null,
  more: readonly Article[] = [],
  stores: StoresKind = 'memory',
): Promise<Played> {
  const articles = [...seededArticles(), ...more];
  const categories = [...new Set(articles.map((article) => article.section))];
  const place = await openPlace(
    stores,
    policySchema.parse({
      autoPublish: { isEnabled: true, categories, maxPerDay: 1_000, maxPerHour: 1_000 },
      contentBlocks: { attested: 'none', actor: 'red team', at: 0 },
    }),
  );
  const { desk, ports, clock } = place;
  await place.courier.setWebhook(TENANT, 'https://hooks.acme.com/');
  for (const article of articles) desk.articles.set(article.id, article);
  for (const category of categories)
    for (let n = 0; n < CLEAN_APPROVALS; n++) {
      const id = `history-${category}-${n}`;
      const past = { gapId: id, category, state: 'published' as const, confidence: 1, rawConfidence: 1, createdAt: n };
      await ports.fixes.add(TENANT, aFix(id, past));
    }
  if (modelUrl)
    ports.writer = createOpenAiWriter({
      settings: {
        baseUrl: modelUrl,
        model: 'double',
        key: 'sandbox',
        timeoutMs: TIMEOUT_MS,
        patienceMs: PATIENCE_MS,
        caps: { tenant: NO_CAPS, global: NO_CAPS },
      },
      spend: createSpendInMemory(),
      answers: createAnswersInMemory(),
      now: () => clock.wall,
      isLoopbackAllowed: true,
    });
  const written = recordWrites(place);
  for (const conversation of conversations) desk.conversations.set(conversation.id, conversation);
  clock.event = Math.max(...conversations.map((c) => c.updatedAt)) + DAY_MS;
  clock.wall = clock.event;
  await ports.cursors.set(TENANT, 'backfill', JSON.stringify(NO_PAST));
  await place.tell({ type: 'refresh', at: Math.min(...conversations.map((c) => c.createdAt)) - 1 });
  await place.tell(...conversations.flatMap(toldOf));
  await place.run();
  for (let round = 0; await approveAll(place); round++) {
    if (round === MAX_ROUNDS) throw new Error('there is always something left to approve');
    await place.run();
  }
  clock.event += DAY_MS;
  await place.tell({ type: 'digest', at: clock.event });
  await place.run();
  return { place, written };
}

async function approveAll({ ports, clock }: Place): Promise<boolean> {
  const waiting = await ports.fixes.list(TENANT, ['in_review', 'escalated']);
  clock.event += 60_000;
  const may = waiting.filter((fix) => failedChecks(fix).length === 0);
  for (const { id, patchHash, baseHash } of may) await approve(ports, TENANT, id, { patchHash, baseHash }, 'reviewer');
  return may.length > 0;
}

function recordWrites({ desk }: Place): string[] {
  const written: string[] = [];
  const { createArticle, writeArticle, addLabels } = desk;
  desk.createArticle = async (article) => {
    written.push(article.title, article.bodyHtml, ...article.labels);
    return createArticle(article);
  };
  desk.writeArticle = async (id, locale, next) => {
    written.push(next.title, next.bodyHtml);
    return writeArticle(id, locale, next);
  };
  desk.addLabels = async (id, labels) => {
    written.push(...labels);
    return addLabels(id, labels);
  };
  return written;
}
