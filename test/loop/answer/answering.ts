import type { Article } from '../../../shared/article.ts';
import { type Policy, policySchema } from '../../../shared/policy.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import type { RawConversation } from '../../../worker/loop/ports/helpdesk.ts';
import { anAct } from '../../contracts/automatic/acts.ts';
import { aRaw, observing } from '../world/raw.ts';
import { createWorld, TENANT, type World } from '../world/world.ts';

export const NOW = Date.parse('2026-11-20T09:00:00Z');

const STEPS = [
  'Open Reports and choose Wages in the list on the left.',
  'Pick the month at the top of the page and press Export.',
  'The file arrives in the Downloads folder as a spreadsheet.',
];

const article = (id: string, title: string, section: string, lines: readonly string[]): Article => ({
  id,
  locale: 'en-us',
  brand: null,
  sectionId: section,
  section,
  title,
  labels: [],
  bodyHtml: lines.map((line) => `<p>${line}</p>`).join(''),
  audience: null,
  isDraft: false,
  updatedAt: NOW - 90 * DAY_MS,
  updatedBy: 'ada',
  url: `https://help.example.org/articles/${id}`,
});

const ARTICLES = [
  article('100', 'Export the wages of a month', 'Reports', STEPS),
  article('200', 'Change the opening hours of a shop', 'Shops', [
    'Open Shops and choose the shop whose hours change.',
    'Press Hours, set the days and save the week.',
  ]),
  article('300', 'Invite a colleague to the roster', 'People', [
    'Open People and press Invite at the top.',
    'Type the address of the colleague and send the invitation.',
  ]),
];

const QUESTIONS = [
  'How do I export the wages of my team for last month?',
  'Where can I export wages of a month as a spreadsheet?',
  'I need to export the wages for October, how does it work?',
  'How can the wages of a month be exported to a file?',
  'Please tell me how to export wages for the month.',
  'How to export the wages of all people for one month?',
  'Where is the export of wages for a month?',
  'How do I get an export of the monthly wages?',
];

/** A conversation of a customer of an organization of its own, as the helpdesk has it. */
export function asks(id: string, text: string, at: number, more: Partial<RawConversation> = {}): RawConversation {
  const raw = aRaw(id, at + 4 * MINUTE_MS);
  const turn = { ...raw.turns[0]!, text, at };
  return {
    ...raw,
    subject: 'Wages export',
    state: 'open',
    solvedAt: null,
    createdAt: at,
    updatedAt: at,
    noAnswer: null,
    turns: [turn],
    ...more,
  };
}

/** A world in which eight organizations asked the same and agents answered as the article does. */
export async function answeringWorld(policy: Partial<Policy> = {}): Promise<World> {
  const world = await createWorld(policy);
  const noPast = { since: 0, cursor: null, done: 0, readTo: null, isDone: true };
  await world.ports.cursors.set(TENANT, 'backfill', JSON.stringify(noPast));
  world.ports.publicAnswers = 'allowed';
  world.clock.event = NOW;
  for (const one of ARTICLES) world.desk.articles.set(one.id, one);
  const past = QUESTIONS.map((text, i) => {
    const at = NOW - (30 - i) * DAY_MS;
    const organization = { id: `org ${i}`, name: `Firm ${i}`, domains: [] };
    const raw = asks(`past ${i}`, text, at, { organization, state: 'solved', solvedAt: at + 4 * MINUTE_MS });
    const answer = { ...aRaw('x').turns[1]!, id: `past ${i}-2`, authorId: `agent ${i % 3}`, text: STEPS.join(' ') };
    return { ...raw, updatedAt: at + 4 * MINUTE_MS, turns: [...raw.turns, { ...answer, at: at + 2 * MINUTE_MS }] };
  });
  for (const one of past) world.desk.conversations.set(one.id, one);
  await world.tell({ type: 'refresh', at: NOW - 60 * DAY_MS });
  await world.tell(...past.map((one) => observing(one.id, one.updatedAt)));
  await world.run();
  return world;
}

/** A record in the dark that has earned the right: a hundred good ends. */
export async function earn(world: World, category = 'Reports', kind: 'answer' | 'route' = 'answer'): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const at = NOW - 20 * DAY_MS + i * HOUR_MS;
    const one = anAct(`earlier ${kind} ${i}`, { kind, category, state: 'dark', requesterId: `person ${i}`, at });
    await world.ports.automaticActs.begin(TENANT, one);
    await world.ports.automaticActs.judge(TENANT, one, 'good', 'same_as_agent', at + 8 * DAY_MS);
  }
}

export const QUESTION = 'How do I export the wages of a month?';

export const policyOf = (mode: string): Policy => policySchema.parse({ answers: { modes: { Reports: mode } } });

export const setPolicy = (world: World, policy: Policy) => world.ports.tenants.setPolicy(TENANT, policy, 'ada');

export const actIn = (world: World, id = 'new') => world.ports.automaticActs.get(TENANT, 'answer', id);

/** How many answers or notes reached the helpdesk. */
export const answersIn = (world: World) => world.desk.writes.filter((write) => write.startsWith('answer ')).length;

export const liveIn = (world: World) => world.desk.conversations.get('new') ?? asks('new', QUESTION, NOW);

/** A customer asks, and the loop hears of it. */
export async function ask(world: World, text = QUESTION, more: Partial<RawConversation> = {}): Promise<void> {
  world.desk.conversations.set('new', asks('new', text, NOW, more));
  await world.tell(observing('new', NOW, 'opened'));
  await world.run();
}

/** What the customer says next, at the helpdesk and to the loop. */
export async function says(world: World, text: string, after = HOUR_MS): Promise<void> {
  const raw = liveIn(world);
  const at = NOW + after;
  const turns = [...raw.turns, { ...raw.turns[0]!, id: `new-${raw.turns.length + 1}`, text, at }];
  world.desk.conversations.set('new', { ...raw, updatedAt: at, turns });
  world.clock.event = at;
  await world.tell(observing('new', at, 'changed'));
  await world.run();
}
