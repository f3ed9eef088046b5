import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../shared/time.ts';
import type { Macros } from '../../../worker/loop/ports/helpdesk.ts';
import type { FaultKind } from '../../sandbox/faults.ts';
import type { MacroAction } from '../../sandbox/zendesk/records.ts';
import { type Account, failure, openAccount, START } from '../account.ts';

const HTML = '<p>Hi {{ticket.requester.first_name}},</p><p>A file can hold up to 500 rows &amp; one sheet.</p>';
const comment = (value: string): MacroAction[] => [
  { field: 'status', value: 'pending' },
  { field: 'comment_value_html', value },
  { field: 'current_tags', value: 'import rows' },
];
let account: Account;
let macros: Macros;
beforeEach(() => {
  account = openAccount();
  macros = macrosOf(account.helpdesk.macros);
});

function macrosOf(found: Macros | undefined): Macros {
  if (!found) throw new Error('Zendesk has macros');
  return found;
}
const add = (title: string, actions = comment(HTML), more = {}) =>
  String(account.zendesk.addMacro({ title, actions, at: START, ...more }).id);
const held = (id: string) => account.zendesk.world.macros.get(Number(id));

async function all(): Promise<string[]> {
  const titles: string[] = [];
  let page: string | null = null;
  do {
    const answer = await macros.list(page);
    titles.push(...answer.macros.map(({ title }) => title));
    page = answer.page;
  } while (page !== null);
  return titles;
}

describe('macros', () => {
  it('are listed over pages, but for what a group, a person or nobody uses, and what has not one text', async () => {
    const [group] = account.zendesk.world.groups.keys();
    const me = account.zendesk.admin.id;
    for (let i = 0; i < 205; i++) add(`Reply ${i}`);
    add('Of a group', comment(HTML), { restriction: { type: 'Group', ids: [group] } });
    add('Of a person', comment(HTML), { restriction: { type: 'User', ids: [me] } });
    add('Switched off', comment(HTML), { isActive: false });
    add('Only closes', [{ field: 'status', value: 'solved' }]);
    add('Says it twice', [...comment(HTML), { field: 'comment_value', value: 'a' }]);
    add('By channel', [{ field: 'comment_value', value: ['channel:all', 'a'] }]);
    const titles = await all();
    expect([titles.length, titles.filter((title) => !title.startsWith('Reply '))]).toEqual([205, []]);
    expect(account.zendesk.violations).toEqual([]);
  });

  it('are read byte for byte, rich or plain, and said to be whose they are', async () => {
    const plain = 'Hi {{ticket.requester.first_name}},\r\nup to 500 rows.';
    const [rich, text] = [add('Rich'), add('Plain', [{ field: 'comment_value', value: plain }])];
    expect(await macros.read(rich)).toEqual({
      ...{ id: rich, title: 'Rich', text: HTML, isHtml: true, isShared: true, updatedAt: START },
    });
    expect(await macros.read(text)).toMatchObject({ text: plain, isHtml: false });
    const own = add('Own', comment(HTML), { restriction: { type: 'User', ids: [account.zendesk.admin.id] } });
    expect((await macros.read(own)).isShared).toBe(false);
    expect((await failure(macros.read('99'))).name).toBe('NotFound');
  });

  it('take another text and nothing else of them changes, and are put back byte-identical', async () => {
    const id = add('Rows');
    const before = structuredClone(held(id));
    account.setTime(START + HOUR_MS);
    await macros.write(id, { title: 'Rows', text: HTML.replace('500', '2,000') });
    expect(held(id)).toEqual({ ...before, actions: comment(HTML.replace('500', '2,000')), updatedAt: START + HOUR_MS });
    await macros.write(id, { title: 'Rows', text: HTML });
    expect(JSON.stringify(held(id)?.actions)).toBe(JSON.stringify(before?.actions));
    expect(account.zendesk.violations).toEqual([]);
  });

  it('keep what a person changed beside the text, and a restriction they were given', async () => {
    const id = add('Rows');
    const restriction = { type: 'User' as const, ids: [account.zendesk.admin.id] };
    const actions = [...comment(HTML), { field: 'priority', value: 'low' }];
    account.zendesk.humanEditMacro({ macro: Number(id), actions, restriction });
    await macros.write(id, { title: 'Rows', text: 'New' });
    expect(held(id)).toMatchObject({ restriction, actions: [...comment('New'), { field: 'priority', value: 'low' }] });
  });

  it('are made for every agent, found again after an unclear ending, and taken away, also twice', async () => {
    account.setTime(START + HOUR_MS + 400);
    const made = { title: 'Rows', text: HTML, isHtml: true, description: 'Made by Mend' };
    add('Rows', comment(HTML));
    expect(await macros.find(made, START + HOUR_MS + 300)).toBeNull();
    const id = await macros.create(made);
    expect(held(id)).toMatchObject({ restriction: null, isActive: true, description: 'Made by Mend' });
    expect((await macros.find(made, START + HOUR_MS + 300))?.id).toBe(id);
    expect(await macros.find({ ...made, title: 'Row' }, START)).toBeNull();
    await macros.remove(id);
    await macros.remove(id);
    expect([held(id), account.zendesk.violations]).toEqual([undefined, []]);
  });

  it.each<[FaultKind, string]>([
    ['429', 'RetryLater'],
    ['5xx', 'RetryLater'],
    ['timeout-after-applying', 'RetryLater'],
    ['auth-lost', 'AuthLost'],
  ])('refused with %s throw %s', async (kind, name) => {
    const id = add('Rows');
    account.zendesk.faults.set({ kind, path: '/api/v2/macros/**', times: 1 });
    expect((await failure(macros.write(id, { title: 'Rows', text: 'New' }))).name).toBe(name);
  });

  it('that the token has no right to, or that may not be so, are Permanent in the vendor’s words: the token stays good', async () => {
    const id = add('Rows');
    const { accessToken } = account.zendesk.issueToken({ scope: 'hc:read hc:write macros:read' });
    const narrow = macrosOf(account.connect({ token: () => accessToken }).macros);
    const refused = await failure(narrow.write(id, { title: 'Rows', text: 'New' }));
    expect([refused.name, refused.message]).toEqual(['Permanent', expect.stringContaining('macros:write')]);
    const agent = account.zendesk.addUser({ name: 'Kit', role: 'agent' });
    const token = account.zendesk.issueToken({ user: agent }).accessToken;
    const theirs = macrosOf(account.connect({ token: () => token }).macros);
    expect((await failure(theirs.write(id, { title: 'Rows', text: 'New' }))).name).toBe('Permanent');
    const blank = await failure(macros.write(id, { title: ' ', text: 'New' }));
    expect([blank.name, blank.message]).toEqual(['Permanent', expect.stringContaining('422')]);
    expect(held(id)?.actions).toEqual(comment(HTML));
  });

  it('that no longer have one text are not written', async () => {
    const id = add('Rows');
    account.zendesk.humanEditMacro({ macro: Number(id), actions: [{ field: 'status', value: 'solved' }] });
    expect((await failure(macros.write(id, { title: 'Rows', text: 'New' }))).name).toBe('NotFound');
  });
});
