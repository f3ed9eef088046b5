import type { Publication } from '../../../shared/gap.ts';
import { readsSame } from '../../../worker/core/html/shown.ts';
import { idOf } from '../../../worker/core/text/hash.ts';
import type { Env } from '../../../worker/env.ts';
import { seeded } from '../../core/random.ts';
import type { Fault } from '../../sandbox/faults.ts';
import { drive, recover } from './drive.ts';
import type { Broken } from './invariants.ts';
import { approve } from './run.ts';
import { BASE, createScene, placeFix, playTickets, START, TARGET } from './scene.ts';

/** Publications of one tenant at a time: its tickets are read once. */
const ENDINGS_A_SCENE = 50;

/** Ticks of the cron after the trouble, at most: each failed write holds the tenant's rows for one, since it pauses them all. */
const MAX_TICKS = 600;
const TICK_MS = 2 * 60_000;

const PERSON = '<p>Checked by a person.</p>';

/** Ways in which a write can end without a clear answer, applied or not, once or again and again. */
function ending(random: () => number): Omit<Fault, 'path' | 'method'>[] {
  const times = 1 + Math.floor(random() * 6);
  const kinds: Omit<Fault, 'path' | 'method'>[] = [
    { kind: 'timeout-after-applying', times },
    { kind: 'reset', times },
    { kind: '5xx', times, status: 502 },
    { kind: '429', times, retryAfterSeconds: 1 },
  ];
  const first = kinds[Math.floor(random() * kinds.length)]!;
  const second = kinds[Math.floor(random() * kinds.length)]!;
  const isEdited = random() < 0.2;
  return [
    { ...first, skip: 0 },
    ...(second.kind === first.kind ? [] : [{ ...second, skip: times }]),
    ...(isEdited
      ? [{ kind: 'human-edit-between' as const, times: 1, edit: (body: string) => `${body}${PERSON}` }]
      : []),
  ];
}

/**
 * Publishes fixes of as many articles while every write ends without a clear answer, lets the cron recover, and looks:
 * each body is the base, the target or a person's; a publication is said to be done only where the target stands.
 */
export async function ambiguousEndings(env: Env, count: number, run: number): Promise<Broken[]> {
  const broken: Broken[] = [];
  for (let done = 0; done < count; done += ENDINGS_A_SCENE)
    broken.push(...(await sceneOf(env, Math.min(ENDINGS_A_SCENE, count - done), run + done)));
  return broken;
}

async function sceneOf(env: Env, count: number, run: number): Promise<Broken[]> {
  const random = seeded(run * 104_729 + 7);
  const scene = await createScene(env, run);
  try {
    const { zendesk, clock, tenant } = scene;
    const section = zendesk.addSection({ name: 'More', at: START - 10 });
    const articles = Array.from({ length: count }, () =>
      zendesk.addArticle({ section, title: BASE.title, body: BASE.bodyHtml, at: START - 10, isSilent: true }),
    ).map(({ id }, n) => ({ articleId: String(id), fixId: idOf(String(run), 'ending', String(n)) }));
    const tickets = playTickets(scene, true);
    clock.now += 10 * 60_000;
    await drive(scene.isolate, tenant);
    const faults: Fault[] = [];
    for (const one of articles) {
      const path = `/api/v2/help_center/articles/${one.articleId}/translations/*`;
      faults.push(...ending(random).map((fault) => ({ ...fault, path, method: 'PUT' as const })));
      zendesk.faults.set(...faults);
      const fix = await placeFix(scene, tickets, one);
      await approve(scene, fix.patchHash, fix.baseHash, one.fixId);
      await drive(scene.isolate, tenant);
    }
    let { ports } = scene.isolate;
    for (let tick = 1; tick <= MAX_TICKS && (await ports.inbox.depth(tenant, clock.now)).due > 0; tick++) {
      ports = scene.start(null, tick * TICK_MS).ports;
      await drive(scene.isolate, tenant);
    }
    ({ ports } = await recover((skew) => scene.start(null, MAX_TICKS * TICK_MS + skew), tenant, 2));
    const publications = await ports.publications.list(tenant);
    return articles.flatMap(({ articleId, fixId }) => {
      const body = zendesk.world.articles.get(Number(articleId))?.translations.get('en-us')?.body ?? '';
      return wrongEnd(
        body,
        publications.find((p) => p.fixId === fixId),
      ).map((detail) => ({ invariant: 'G9', detail }));
    });
  } finally {
    await scene.close();
  }
}

/** What is wrong with how a write ended. */
function wrongEnd(body: string, publication: Publication | undefined): string[] {
  const isBody = (text: string) => readsSame(body, text);
  const isHuman = body.includes(PERSON);
  const isKnown = isHuman || isBody(BASE.bodyHtml) || isBody(TARGET.bodyHtml);
  const isDone = publication?.state === 'done';
  return [
    ...(isKnown ? [] : ['the live body is neither base nor target nor a person’s']),
    ...(isDone && !isHuman && !isBody(TARGET.bodyHtml) ? ['it is said to be done, and the target does not stand'] : []),
    ...(publication && ['intent', 'sent'].includes(publication.state) ? [`it is left ${publication.state}`] : []),
  ];
}
