import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredFix } from '../../../shared/gap.ts';
import { hashText } from '../../../worker/core/text/hash.ts';
import { askRollback } from '../../../worker/loop/publish/ask-rollback.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { anArticle } from '../../contracts/examples.ts';
import { approvedWorld } from '../../loop/world/approved.ts';
import { TENANT } from '../../loop/world/world.ts';
import type { Fault } from '../../sandbox/faults.ts';
import { type Account, openAccount, START } from '../account.ts';

const OLD = '<p>Exports:</p><ul ><li>An export keeps its link for 7&nbsp;days.</li></ul>';
const RICH = '<p>Hi {{ticket.requester.first_name}},</p>\r\n<p>An export keeps its link for 7 days.</p>';
const PLAIN = 'Hi {{ticket.requester.first_name}},\r\nAn export keeps its link for 7 days.\r\n';
const next = (text: string) => text.replace('7', '30');
const hash = (text: string) => hashText(`Export\u0000${text}`);
const WORDS = { removed: 'An export keeps its link for 7 days.', added: 'An export keeps its link for 30 days.' };

let account: Account;
let articles: number[];
let macros: number[];
beforeEach(() => {
  account = openAccount();
  const section = account.zendesk.addSection({ name: 'Reports' });
  const article = () => account.zendesk.addArticle({ section, title: 'Export', body: OLD, at: START }).id;
  articles = [article(), article(), article(), article()];
  const macro = (field: string, value: string) =>
    account.zendesk.addMacro({
      ...{ title: 'Export', at: START },
      actions: [
        { field: 'status', value: 'pending' },
        { field, value },
      ],
    }).id;
  macros = [macro('comment_value_html', RICH), macro('comment_value', PLAIN)];
});

/** Everything the helpdesk holds of the six texts, as its API shows it. */
function held(): string {
  const { world } = account.zendesk;
  const bodies = articles.map((id) => world.articles.get(id)?.translations.get('en-us'));
  const replies = macros.map((id) => world.macros.get(id));
  return JSON.stringify([
    bodies.map((one) => [one?.title, one?.body]),
    replies.map((one) => [one?.title, one?.actions, one?.restriction, one?.isActive]),
  ]);
}

/** A world whose helpdesk is the simulated account, over its HTTP API, with the approved change set in it. */
async function approved() {
  const [own = 0, ...others] = articles;
  const place = (id: number) => ({ articleId: String(id), locale: 'en-us', title: 'Export' });
  const live = await account.helpdesk.readArticle(String(own), 'en-us');
  const base = { bodyHtml: next(live.bodyHtml), baseHtml: live.bodyHtml, baseHash: hash(live.bodyHtml) };
  const fix: Partial<StoredFix> = {
    ...place(own),
    ...base,
    also: others.map((id) => ({ ...place(id), ...base, ...WORDS })),
    macros: [RICH, PLAIN].map((text, i) => ({
      ...{ macroId: String(macros[i]), title: 'Export', isHtml: i === 0, ...WORDS },
      ...{ bodyHtml: next(text), baseHtml: text, baseHash: hash(text) },
    })),
  };
  const world = await approvedWorld(fix);
  world.ports.helpdesk = async () => account.helpdesk;
  for (const id of articles) await world.ports.articles.put(TENANT, [anArticle(String(id))], 'seen');
  return world;
}
const isWrite = ({ method }: { method: string }) => method === 'PUT';
/** Lets the first four writes through: the fifth, of the first macro, meets this. */
const fifth = (fault: Omit<Fault, 'path'>) =>
  account.zendesk.faults.set({ ...fault, method: 'PUT', path: `/api/v2/macros/${macros[0]}`, times: 1 });

describe('four articles and two macros at Zendesk', () => {
  it('are changed in six writes, and put back byte-identical by one undo', async () => {
    const before = held();
    const world = await approved();
    await world.publish();
    await world.verify();
    expect(account.zendesk.requests.filter(isWrite).length).toBe(6);
    expect([held(), (await world.states()).publication]).toEqual([before.replaceAll('for 7', 'for 30'), 'done']);
    const [publication] = await world.ports.publications.list(TENANT);
    const undo = await askRollback(world.ports, TENANT, publication?.id ?? '', 'ada', 'wrong');
    await runStep(world.ports, TENANT, { type: 'restore', at: undo.at, publicationId: undo.id });
    expect([held(), account.zendesk.violations]).toEqual([before, []]);
  });

  it('are all restored byte-identical where the fifth call is refused', async () => {
    const before = held();
    const world = await approved();
    const agent = account.zendesk.issueToken({ scope: 'hc:read hc:write macros:read' }).accessToken;
    world.ports.helpdesk = async () => account.connect({ token: () => agent });
    await world.publish();
    const put = account.zendesk.requests.filter(isWrite).map(({ path, status }) => [path.split('/')[3], status]);
    expect(put.slice(0, 5)).toEqual([...articles.map(() => ['help_center', 200]), ['macros', 403]]);
    expect(put.slice(5)).toEqual(articles.map(() => ['help_center', 200]));
    expect([held(), (await world.states()).fix]).toEqual([before, 'escalated']);
  });

  it.each<[string, Omit<Fault, 'path'>]>([
    ['does not answer', { kind: '5xx' }],
    ['takes effect and its answer is lost', { kind: 'timeout-after-applying' }],
  ])('end whole where the fifth call %s', async (_, fault) => {
    const before = held();
    const world = await approved();
    fifth(fault);
    await expect(world.publish()).rejects.toMatchObject({ name: 'RetryLater' });
    await world.publish();
    await world.verify();
    expect([held(), (await world.states()).publication]).toEqual([before.replaceAll('for 7', 'for 30'), 'done']);
  });
});
