import { beforeAll, describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../shared/time.ts';
import type { Role } from '../../shared/viewer.ts';
import type { RawConversation } from '../../worker/loop/ports/helpdesk.ts';
import { anArticle } from '../contracts/examples.ts';
import { aRaw } from '../loop/world/raw.ts';
import { createWorld, stored, TENANT, type World } from '../loop/world/world.ts';
import { AGENT, LEAD, openInbox, pressable, STRANGER, wordsOf } from './inbox.ts';
import { createSignedIn } from './signed-in.ts';

const GROUP = 'group/7';

/** What customers of a private group ask and its agents answer; each holds a word that nothing else does. */
const ASKED = 'How do I reset the okapi badge of a colleague who left our team?';
const TOLD = [
  'Open Settings, choose Okapi badges and press Revoke next to the name of the colleague.',
  'The narwhal desk then sends a fresh badge within two working days.',
];
const WORDS = /okapi|narwhal/i;

/** Ten conversations about it, the first of which was not told yet, and ten about something else, so that those are about something. */
function conversations(restrictedTo: string | null): RawConversation[] {
  return Array.from({ length: 20 }, (_, i) => {
    const isKept = i % 2 === 0;
    const solvedAt = (i + 1) * HOUR_MS;
    const raw = aRaw(`c${i}`, solvedAt, { organization: { id: `org ${i}`, name: `Org ${i}`, domains: [] } });
    if (!isKept) return raw;
    const agent = raw.people[1]!;
    const by = { ...agent, id: `agent ${i % 3}` };
    return {
      ...raw,
      subject: 'Okapi badge',
      people: [raw.people[0]!, by],
      restrictedTo,
      turns: [
        { ...raw.turns[0]!, text: ASKED },
        { ...raw.turns[1]!, authorId: by.id, text: i === 0 ? 'I am looking into it.' : TOLD.join(' ') },
      ],
    };
  });
}

async function learned(restrictedTo: string | null, learnsFromPrivate: string[]): Promise<World> {
  const world = await createWorld({ learnsFromPrivate });
  world.desk.articles.set(
    '77',
    anArticle('77', { title: 'Export wages', bodyHtml: '<p>Open Reports, choose Wages and click Export.</p>' }),
  );
  world.desk.articles.set(
    '78',
    anArticle('78', { title: 'Plan a shift', bodyHtml: '<p>Drag a shift onto the day.</p>' }),
  );
  const noPast = { since: 0, cursor: null, done: 0, readTo: null, isDone: true };
  world.shelf.cursors.set(JSON.stringify([TENANT, 'backfill']), JSON.stringify(noPast));
  world.clock.event = 30 * HOUR_MS;
  for (const c of conversations(restrictedTo)) world.desk.conversations.set(c.id, c);
  await world.tell({ type: 'refresh', at: 1 });
  for (const { id, createdAt, updatedAt } of world.desk.conversations.values())
    await world.tell(
      { type: 'observe', at: createdAt, conversationId: id, moment: 'opened' },
      { type: 'observe', at: updatedAt, conversationId: id, moment: 'solved' },
    );
  await world.run();
  await world.tell({ type: 'digest', at: world.clock.event }, { type: 'notify', at: world.clock.event });
  await world.run();
  return world;
}

/** Every address that answers text, as the app itself lists them, with ids that are there. */
function addresses(world: World): string[] {
  const { app } = createSignedIn(world);
  const listed = app.routes.filter(
    ({ method, path }) => method === 'GET' && !path.includes('*') && /^\/(app|api)\//.test(path),
  );
  const gaps = [...world.shelf.gaps.values()].map(({ gap }) => gap.id);
  const fixes = [...world.shelf.fixes.values()].map(({ fix }) => fix.id);
  const table = ['review', 'gaps', 'articles', 'activity', 'progress', 'dead-letters'].flatMap((t) => [
    `${t}.csv`,
    `${t}.json`,
  ]);
  const ids = (path: string): string[] => {
    if (path.includes('export')) return table;
    if (/conversation|advice/.test(path)) return ['c0', 'c2'];
    if (path.includes('gaps')) return [...gaps, 'gap'];
    if (/review|fix|escalation/.test(path)) return [...fixes, 'f'];
    if (path.includes('articles')) return ['77'];
    return ['1'];
  };
  return [...new Set(listed.map(({ path }) => path))].flatMap((path) => {
    const placed = path.replace(/:tenant/g, encodeURIComponent(TENANT)).replace(/:locale/g, 'en-us');
    return [...new Set(ids(path).map((id) => placed.replace(/:[a-z]+(\{[^}]*\})?/gi, id)))].map(
      (filled) => `${filled}?q=${encodeURIComponent(ASKED)}&floor=0.95&solved=1`,
    );
  });
}

describe('a private group whose conversations an admin lets teach', () => {
  let world: World;
  beforeAll(async () => {
    world = await learned(GROUP, [GROUP]);
  }, 60_000);

  it('would have opened a gap and a draft if everybody could open its tickets', async () => {
    const open = await learned(null, []);
    expect((await open.ports.gaps.list(TENANT)).map(({ cause }) => cause)).toEqual(['missing']);
    expect([...open.shelf.fixes.values()].some(({ fix }) => WORDS.test(fix.bodyHtml))).toBe(true);
  }, 60_000);

  it('teaches: beside a conversation of its own a member reads what worked', async () => {
    const { as } = createSignedIn(world, ['c0', 'c2']);
    const [status, advice] = await as('agent', TENANT, '/app/advice')('GET', '/c0');
    expect(status).toBe(200);
    expect(JSON.stringify(advice)).toMatch(/Revoke/);
  });

  it('says no word of it to who may not open its tickets, nor to the operator, on any address there is', async () => {
    const all = addresses(world);
    expect(all.length).toBeGreaterThan(40);
    const signedIn = createSignedIn(world, ['c1', 'c3', 'c5']);
    const heard: string[] = [];
    for (const address of all) {
      const asks = address.startsWith('/api')
        ? [async () => JSON.stringify((await signedIn.call('GET', address.slice('/api'.length)))[1])]
        : (['agent', 'lead', 'admin'] as const satisfies Role[]).map(
            (role) => async () => (await signedIn.as(role, TENANT, '')('GET', address))[2],
          );
      for (const ask of asks) {
        const text = (await ask().catch(() => '')).replaceAll(ASKED, '');
        if (WORDS.test(text))
          heard.push(`${address}: ${text.slice(Math.max(0, text.search(WORDS) - 60), text.search(WORDS) + 40)}`);
      }
    }
    expect(heard).toEqual([]);
  });

  it('says no word of it on the card of the Inbox beside another conversation, nor behind any of its buttons', async () => {
    const inbox = openInbox(world);
    const another = { ...conversations(null)[0]!, id: 'inbox', state: 'open' as const, solvedAt: null };
    world.desk.conversations.set(another.id, { ...another, turns: another.turns.slice(0, 1) });
    const heard: string[] = [];
    let cards = 0;
    for (const who of [AGENT, LEAD, STRANGER])
      for (const id of ['c1', another.id]) {
        const first = await inbox.open(id, who);
        const seen = [first];
        for (const component of pressable(first))
          seen.push(await inbox.press(first, component, id, who, { search_text: ASKED, reason_text: 'x' }));
        cards += seen.length;
        heard.push(...seen.map((card) => wordsOf(card).replaceAll(ASKED, '')).filter((text) => WORDS.test(text)));
      }
    expect(cards).toBeGreaterThan(12);
    expect(heard).toEqual([]);
  });

  it('leaves no word of it in a gap, a proposal, a notice, the log, a message to the team, or the help center', () => {
    const { gaps, fixes, outbox, activity, questions, publications, inbox } = world.shelf;
    for (const rows of [gaps, fixes, outbox, questions, publications, inbox])
      expect([...rows.values()].filter((row) => WORDS.test(JSON.stringify(row)))).toEqual([]);
    expect(activity.filter((row) => WORDS.test(JSON.stringify(row)))).toEqual([]);
    expect(JSON.stringify(world.courier)).not.toMatch(WORDS);
    expect(world.desk.writes).toEqual([]);
  });

  it('keeps what it taught apart: beside another conversation that asks the same nobody is told', async () => {
    const other = { ...conversations(null)[0]!, id: 'new', state: 'open' as const, solvedAt: null };
    world.desk.conversations.set('new', { ...other, turns: other.turns.slice(0, 1) });
    const [, advice] = await createSignedIn(world, ['new']).as('agent', TENANT, '/app/advice')('GET', '/new');
    expect(JSON.stringify(advice)).not.toMatch(/Revoke|narwhal/);
  });

  it('is forgotten once no admin lets it teach any more', async () => {
    const policy = await world.ports.tenants.policy(TENANT);
    await world.ports.tenants.setPolicy(TENANT, { ...policy, learnsFromPrivate: [] }, 'ada');
    await world.tell({ type: 'forget', at: world.clock.event });
    await world.run();
    const { inbox: _, ...rest } = world.shelf;
    expect(stored(rest as never, TENANT)).not.toMatch(/narwhal/i);
  });
});

describe('a private group that nobody lets teach', () => {
  it('is stored nowhere', async () => {
    const world = await learned(GROUP, []);
    expect(stored(world.shelf, TENANT)).not.toMatch(WORDS);
  }, 60_000);
});
