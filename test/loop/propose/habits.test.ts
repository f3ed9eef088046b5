import { describe, expect, it } from 'vitest';
import type { Macro } from '../../../shared/macro.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { advise } from '../../../worker/loop/advise/advise.ts';
import { Permanent } from '../../../worker/loop/ports/errors.ts';
import type { Macros } from '../../../worker/loop/ports/helpdesk.ts';
import { MAX_WAITING, makeWay } from '../../../worker/loop/propose/habits.ts';
import { approve, reject } from '../../../worker/loop/review/decide-by-person.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { anArticle } from '../../contracts/examples.ts';
import { inWords } from '../../ground/in-words.ts';
import { asks } from '../advise/advised.ts';
import { aRaw, observing } from '../world/raw.ts';
import { createWorld, TENANT, type World } from '../world/world.ts';

const SAYS = {
  wages: [
    'Open the payroll page and pick the month that you want to see.',
    'Press Send at the lower end and wait for the mail with the spreadsheet.',
    'Forward that spreadsheet to your accountant within thirty days.',
  ],
  badges: [
    'Hold the card in front of the reader until its lamp turns green.',
    'Type the four letters from the sticker on the back of the card.',
    'Ask the porter for a fresh card when the lamp stays red.',
  ],
  parcels: [
    'Scan the barcode of the box with the camera of your phone.',
    'Tap Report damage and describe which corner of the box was crushed.',
    'Leave the box closed until the courier has photographed it.',
  ],
  heating: [
    'Turn the thermostat fully to the left and count slowly to twenty.',
    'Bleed the radiator with the little brass key from the drawer.',
    'Note the pressure on the boiler gauge before the caretaker arrives.',
  ],
  parking: [
    'Enter the number plate on the parking screen beside the barrier.',
    'Choose a visitor permit and put the printed slip behind the windscreen.',
    'Drive to the second basement, where guests have the yellow bays.',
  ],
} as const;
type Thing = keyof typeof SAYS;
const THINGS = Object.keys(SAYS) as Thing[];
const STEPS = (thing: Thing, n: number) =>
  SAYS[thing].map((line) => (n % 2 === 0 ? line : `Please ${line.charAt(0).toLowerCase()}${line.slice(1)}`)).join(' ');

/** One question and one typed reply about a thing, of an organization and one of four agents. */
function raw(thing: Thing, n: number, isMoved: boolean) {
  const id = `${THINGS.indexOf(thing) + 1}${String(n).padStart(3, '0')}`;
  const base = aRaw(id, (n * THINGS.length + THINGS.indexOf(thing) + 1) * 10 * MINUTE_MS);
  const agentId = `agent ${n % 4}`;
  const [question, answer] = base.turns;
  return {
    ...base,
    ...(isMoved
      ? {
          teams: [
            { name: 'Desk', since: 0 },
            { name: 'Garage', since: 90 * MINUTE_MS },
          ],
        }
      : {}),
    subject: `About ${thing}`,
    organization: { id: `org ${id}`, name: `Firm ${id}`, domains: [] },
    people: [base.requester, { ...base.people[1]!, id: agentId }],
    turns: [
      { ...question!, text: `What do I do about the ${thing} of our people?` },
      { ...answer!, authorId: agentId, text: `Thanks for asking. ${STEPS(thing, n)}` },
    ],
  };
}

/** What the article of a thing says: what agents say. */
const article = (thing: Thing) =>
  anArticle(`${100 + THINGS.indexOf(thing)}`, {
    title: `What to do about ${thing}`,
    bodyHtml: STEPS(thing, 0)
      .split('. ')
      .map((line) => `<p>${line.replace(/\.?$/, '.')}</p>`)
      .join(''),
    updatedAt: 1,
  });

async function supported(macros?: Macros, moved: readonly Thing[] = [], things = THINGS, each = 14): Promise<World> {
  const world = await createWorld();
  if (macros) Object.assign(world.desk, { macros });
  for (const thing of things) world.desk.articles.set(article(thing).id, article(thing));
  await world.tell({ type: 'refresh', at: 1 });
  world.shelf.cursors.set(JSON.stringify([TENANT, 'backfill']), JSON.stringify(NO_PAST));
  const all = Array.from({ length: each }, (_, n) =>
    things.map((thing) => raw(thing, n, moved.includes(thing))),
  ).flat();
  for (const c of all) world.desk.conversations.set(c.id, c);
  world.clock.event = Math.max(...all.map((c) => c.updatedAt)) + MINUTE_MS;
  await world.tell(...all.map((c) => observing(c.id, c.updatedAt)));
  await world.run();
  return world;
}
const NO_PAST = { since: 0, cursor: null, done: 0, readTo: null, isDone: true };

const templates = async ({ ports }: World) =>
  (await ports.fixes.list(TENANT, ['in_review', 'escalated'])).filter((fix) => fix.kind === 'reply_template');

const macrosOf = (list: Macros['list']): Macros => {
  const none = async () => {
    throw new Permanent('nothing is written here');
  };
  return { list, read: none, write: none, create: none, find: none, remove: none };
};

describe('conversations that reach their team by way of another', { timeout: 30_000 }, () => {
  it('make a routing rule that waits for a person, and is done when they mark it', async () => {
    const world = await supported(undefined, ['parking']);
    const waiting = await world.ports.fixes.list(TENANT, ['in_review']);
    const fix = waiting.find(({ kind }) => kind === 'routing_rule')!;
    expect(fix.bodyHtml).toContain('then assign it to: Garage');
    expect(fix.gates.every((gate) => gate.isPassed)).toBe(true);
    expect(inWords(fix.reason)).toBe('A routing rule is never published without a person.');
    const gap = await world.ports.gaps.get(TENANT, fix.gapId);
    expect(gap?.statistics).toMatchObject({ people: expect.any(Number), delayMs: 90 * MINUTE_MS });
    await approve(world.ports, TENANT, fix.id, fix, 'kit');
    await world.run();
    expect(await world.ports.fixes.get(TENANT, fix.id)).toMatchObject({ state: 'published' });
    expect(world.desk.writes).toEqual([]);
  });
});

describe('a reply that agents type again and again', { timeout: 30_000 }, () => {
  it('waits for a person as a template that sends the article along, and passes its checks', async () => {
    const world = await supported();
    const [fix] = await templates(world);
    expect(fix).toMatchObject({ state: 'in_review', articleId: expect.any(String), baseHtml: null, rehearsal: null });
    expect(fix?.gates.filter((gate) => !gate.isPassed)).toEqual([]);
    expect(inWords(fix?.reason)).toBe('A reply template is never published without a person.');
    const gap = await world.ports.gaps.get(TENANT, fix!.gapId);
    expect(gap).toMatchObject({ cause: 'repeated_reply', state: 'in_review', articleId: fix?.articleId });
    expect(gap?.statistics).toMatchObject({ agents: 4, asked: expect.any(Number) });
    expect(world.desk.writes).toEqual([]);
  });

  it('once a person took it over, is the reply beside the next who asks', async () => {
    const world = await supported();
    const [fix] = await templates(world);
    await approve(world.ports, TENANT, fix!.id, fix!, 'kit');
    await world.run();
    const thing = THINGS.find((one) => fix?.articleId === article(one).id)!;
    asks(world, '77', `What do I do about the ${thing} of our people? It is about the ${thing} again.`);
    const { reply } = await advise(world.ports, TENANT, '77');
    const [first] = SAYS[thing];
    expect(reply?.text).toContain(first.slice(1, 30));
    expect(reply?.text).toContain(`What to do about ${thing}: `);
    expect(reply?.sources.map(({ kind }) => kind)).toEqual(['conversations', 'article']);
  });

  it('fills no queue: a few wait, and the next comes with the day after one was decided', async () => {
    const world = await supported();
    const waiting = await templates(world);
    expect(waiting.length).toBe(MAX_WAITING);
    const first = waiting[0]!;
    await reject(world.ports, TENANT, first.id, first, 'kit', 'we have our own words');
    await world.run();
    expect((await templates(world)).length).toBe(MAX_WAITING - 1);
    await world.tell({ type: 'digest', at: world.clock.event });
    await world.run();
    const now = await templates(world);
    expect(now.length).toBe(MAX_WAITING);
    expect(now.map((fix) => fix.gapId)).not.toContain(first.gapId);
  });

  it('is none where a saved reply says it already; one that may not be read is no reason', async () => {
    const all = THINGS.map((thing): Macro => {
      return { id: thing, title: thing, text: STEPS(thing, 1), isHtml: false, isShared: true, updatedAt: 1 };
    });
    const known = await supported(macrosOf(async (page) => ({ macros: page ? all : [], page: page ? null : '2' })));
    expect(await templates(known)).toEqual([]);
    const gaps = (await known.ports.gaps.list(TENANT)).filter((g) => g.cause === 'repeated_reply');
    expect(new Set(gaps.map((gap) => gap.state))).toEqual(new Set(['withdrawn']));
    const refused = macrosOf(async () => {
      throw new Permanent('403');
    });
    expect((await templates(await supported(refused))).length).toBe(MAX_WAITING);
  });

  it('gives way when a correction of its article is drafted', async () => {
    const world = await supported();
    const { ports } = world;
    const [fix] = await templates(world);
    const gap = (await ports.gaps.get(TENANT, fix!.gapId))!;
    const { learned } = await ports.memory.load(TENANT, 'en');
    await makeWay(ports, TENANT, { ...gap, id: 'wrong', cause: 'outdated' }, learned, world.clock.event);
    expect(await ports.fixes.get(TENANT, fix!.id)).toMatchObject({ state: 'superseded' });
    expect(await ports.gaps.get(TENANT, gap.id)).toMatchObject({ state: 'withdrawn' });
    expect(await runStep(ports, TENANT, { type: 'draft', at: world.clock.event, gapId: gap.id })).toEqual([]);
  });
});
