import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encodeComponentId } from '../../../intercom-app/component-id.ts';
import { AuthLost, NotFound, Permanent, RetryLater } from '../../../worker/loop/ports/errors.ts';
import { NoRights } from '../../../worker/loop/ports/session.ts';
import { canvasSchema } from '../../../worker/routes/canvas/schema.ts';
import { asks, learnedWorld } from '../../loop/advise/advised.ts';
import { TENANT, type World } from '../../loop/world/world.ts';
import { AGENT, idOf, LEAD, openInbox, STRANGER, wordsOf } from '../inbox.ts';

const CALENDAR = 'Can I see my shifts in Google Calendar? I would like to subscribe to them.';
const IMPORT = 'Which columns does the staff import need, and how many rows may the file have?';
const TITLE = 'Import your staff from a spreadsheet';

describe('the card beside a conversation', { timeout: 30_000 }, () => {
  let world: World;
  let inbox: ReturnType<typeof openInbox>;
  let asking = 0;
  const newly = (text: string) => asks(world, `c${++asking}`, text).id;
  beforeAll(async () => {
    world = await learnedWorld();
  }, 30_000);
  beforeEach(() => {
    inbox = openInbox(world);
    world.desk.before = () => undefined;
  });
  const said = (id: string) => world.desk.conversations.get(id)?.turns.slice(1) ?? [];

  it('tells the gap and suggests what agents told before, in a canvas that Canvas Kit takes', async () => {
    const card = await inbox.open(newly(CALENDAR));
    expect(canvasSchema.safeParse(card).error).toBeUndefined();
    expect(wordsOf(card)).toMatch(/No article answers this: .+\n\d+ customers this week\. \d+ customers in all\./);
    expect(wordsOf(card)).toContain('Suggested reply: ');
    expect(wordsOf(card)).toContain('[Send as reply]');
    expect(Object.keys(card.stored_data ?? {}).sort()).toEqual([
      ...['conversation', 'locale', 'nonce', 'session', 'shown'],
    ]);
  });

  it('posts the reply as the teammate worded it, in their name, once however often the press comes', async () => {
    const id = newly(CALENDAR);
    const card = await inbox.open(id);
    const body = inbox.pressBody(card, idOf(card, 'Send as reply'), id, undefined, { reply_text: ' Turn it on. ' });
    const first = (await (await inbox.send('/submit', body)).json()) as { canvas: typeof card };
    expect(wordsOf(first.canvas)).toContain('Sent as your reply.');
    for (let i = 0; i < 9; i++) {
      const again = (await (await inbox.send('/submit', body)).json()) as { canvas: typeof card };
      expect(wordsOf(again.canvas)).toContain('This was done already');
    }
    expect(said(id)).toMatchObject([{ text: 'Turn it on.', isPublic: true, author: 'bot' }]);
  });

  it('adds a note that the customer does not see, and goes on from there', async () => {
    const id = newly(CALENDAR);
    const card = await inbox.open(id);
    const next = await inbox.press(card, idOf(card, 'Add as note'), id, undefined, { reply_text: 'Try this.' });
    expect(said(id)).toMatchObject([{ text: 'Try this.', isPublic: false }]);
    expect(wordsOf(next)).toContain('Added as a note.');
    const again = await inbox.press(next, idOf(next, 'Add as note'), id, undefined, { reply_text: 'And this.' });
    expect([said(id).length, wordsOf(again)]).toEqual([2, expect.stringContaining('Added as a note.')]);
  });

  it('acts on no card of another conversation, another teammate, another day or of nobody', async () => {
    const [id, other] = [newly(CALENDAR), newly(CALENDAR)];
    const card = await inbox.open(id);
    const reply = idOf(card, 'Send as reply');
    const inputs = { reply_text: 'Hello' };
    const press = async (from: typeof card, where: string, who?: string) =>
      wordsOf(await inbox.press(from, reply, where, who, inputs));
    const stored = { ...card.stored_data };
    for (const words of [
      await press(card, other),
      await press(card, id, LEAD),
      await press({ ...card, stored_data: {} }, id),
      await press({ ...card, stored_data: { ...stored, nonce: 'x' } }, id),
    ])
      expect(words).toContain('This card is old');
    world.clock.wall += 9 * 3_600_000;
    expect(await press(card, id)).toContain('This card is old');
    expect([said(id), said(other)]).toEqual([[], []]);
  });

  it('sends nothing where nothing is written or too much, and says so', async () => {
    const id = newly(CALENDAR);
    for (const [text, words] of [
      ['  ', 'There is no text'],
      ['x'.repeat(9_000), 'The text is too long'],
    ]) {
      const card = await inbox.open(id);
      const next = await inbox.press(card, idOf(card, 'Send as reply'), id, undefined, { reply_text: text });
      expect(wordsOf(next)).toContain(words);
    }
    expect(said(id)).toEqual([]);
  });

  it.each([
    [new RetryLater('no answer in 20000 ms', 1), 'It may have been sent.'],
    [new Permanent('the conversation can’t be replied to'), 'Intercom refused it'],
    [new NotFound('404'), 'This conversation is gone'],
    [new AuthLost('401'), 'Mend is not connected'],
  ])('says what became of a reply where Intercom answers %s', async (error, words) => {
    const id = newly(CALENDAR);
    const card = await inbox.open(id);
    world.desk.before = (call) => {
      if (call === 'addTurn') throw error;
    };
    const next = await inbox.press(card, idOf(card, 'Send as reply'), id, undefined, { reply_text: 'Hello' });
    expect(wordsOf(next)).toContain(words);
    expect(canvasSchema.safeParse(next).error).toBeUndefined();
  });

  it('shows an article with its health and why, the sentence in doubt and the change that waits', async () => {
    const id = newly(IMPORT);
    const card = await inbox.open(id);
    const article = wordsOf(await inbox.press(card, idOf(card, TITLE), id));
    expect(article).toContain('− A file can hold up to 500 rows.');
    expect(article).toContain('+ A file can hold up to 2,000 rows.');
    expect(article).toMatch(/Confirmed: \d+ of \d+ statements/);
    expect(article).toContain('A support lead decides it in Mend.');
    expect(article).not.toContain('[Approve and publish]');
  });

  it('is in the teammate’s language, and stays so where a press does not say which', async () => {
    const id = newly(IMPORT);
    const card = await inbox.open(id, AGENT, { context: { locale: 'de-AT' } });
    expect(wordsOf(card)).toContain('[Als Antwort senden]');
    const article = await inbox.press(card, idOf(card, TITLE), id);
    expect(wordsOf(article)).toContain('Eine Teamleitung entscheidet in Mend.');
    expect(wordsOf(await inbox.press(article, 'no press', id))).toContain('Dieser Druck ist unbekannt');
    for (const one of [card, article]) expect(canvasSchema.safeParse(one).error).toBeUndefined();
  });

  it('lets no agent decide, whatever id their browser sends', async () => {
    const id = newly(IMPORT);
    const card = await inbox.open(id, LEAD);
    const shown = await inbox.press(card, idOf(card, TITLE), id, LEAD);
    const approve = idOf(shown, 'Approve and publish');
    const own = await inbox.open(id);
    expect(wordsOf(await inbox.press(own, approve, id))).toContain('You may not decide this');
    expect((await world.ports.fixes.list(TENANT, ['approved'])).length).toBe(0);
  });

  it('lets a lead approve what was shown, once, and refuses what has changed since', async () => {
    const id = newly(IMPORT);
    const card = await inbox.open(id, LEAD);
    const shown = await inbox.press(card, idOf(card, TITLE), id, LEAD);
    const approve = idOf(shown, 'Approve and publish');
    const changed = approve.replace(/:[0-9a-f]{64}:/, `:${'0'.repeat(64)}:`);
    const refused = await inbox.press(shown, changed, id, LEAD);
    expect(wordsOf(refused)).toContain('It has changed since');
    const reject = idOf(await inbox.press(refused, encodeArticle(shown), id, LEAD), 'Reject, with the reason below');
    const silent = await inbox.press(refused, reject, id, LEAD, { reason_text: ' ' });
    expect(wordsOf(silent)).toContain('There is no text');
    const done = await inbox.press(silent, approve, id, LEAD);
    expect(wordsOf(done)).toContain('Approved: it is being published.');
    expect(inbox.woken).toEqual([TENANT]);
    expect(wordsOf(await inbox.press(done, approve, id, LEAD))).toMatch(/It has changed since/);
    const [fix] = await world.ports.fixes.list(TENANT, ['approved']);
    expect(fix).toMatchObject({ actor: `Teammate ${LEAD}` });
  });

  it('opens the console by a link of this person, and gives none to a press that comes again', async () => {
    const id = newly(CALENDAR);
    const card = await inbox.open(id);
    const body = inbox.pressBody(card, 'console', id);
    const [first, again] = [await inbox.send('/submit', body), await inbox.send('/submit', body)];
    expect(await first.text()).toContain('https://mend.example/intercom/console?link=');
    expect(await again.text()).not.toContain('console?link=');
  });

  it.each<[string, () => Promise<string>]>([
    ['Mend is not for you', async () => wordsOf(await inbox.open(newly(CALENDAR), STRANGER))],
    ['Mend is not for you', async () => wordsOf(await inbox.open(newly(CALENDAR), 'nobody'))],
    ['Intercom has no conversation of this number', async () => wordsOf(await inbox.open('missing'))],
    [
      'This conversation is gone',
      async () => wordsOf(await inbox.open('1', undefined, { conversation: null, context: null })),
    ],
    ['Mend is not connected', async () => wordsOf(await inbox.open('1', undefined, { workspace_id: 'another' }))],
    ['That press is not known', async () => pressed('publish:everything')],
    ['That press is not known', async () => pressed('')],
    ['Intercom is busy', async () => failing(new RetryLater('429', 1))],
    ['Mend is not connected', async () => failing(new AuthLost('401'))],
    ['Mend is not for you', async () => failing(new NoRights('no'))],
    ['Something went wrong', async () => failing(new Error('a bug'))],
  ])('says “%s” in a card of its own', async (words, make) => {
    expect(await make()).toContain(words);
  });

  const pressed = async (componentId: string) => {
    const id = newly(CALENDAR);
    return wordsOf(await inbox.press(await inbox.open(id), componentId, id));
  };
  const failing = async (error: Error) => {
    inbox.services.sessions.begin = () => Promise.reject(error);
    return wordsOf(await inbox.open(newly(CALENDAR)));
  };
  const encodeArticle = (card: Parameters<typeof wordsOf>[0]) => {
    const title = wordsOf(card).split('\n')[0];
    const found = [...world.desk.articles.values()].find((article) => article.title === title);
    return encodeComponentId({ action: 'article', articleId: found?.id ?? '' });
  };

  it('answers an admin who adds the app, and is done when they are', async () => {
    const body = inbox.bodyOf('1', LEAD, {});
    expect(await (await inbox.send('/configure', body)).json()).toMatchObject({ canvas: { content: {} } });
    const done = inbox.bodyOf('1', LEAD, { component_id: 'configured' });
    expect(await (await inbox.send('/configure', done)).json()).toEqual({ results: {} });
  });

  it('refuses what is not Intercom’s before it looks', async () => {
    const body = inbox.bodyOf('1', LEAD, {});
    const status = async (path: string, headers: Record<string, string>, text = body) =>
      (await inbox.send(path, text, headers)).status;
    for (const path of ['/initialize', '/submit', '/configure']) {
      expect(await status(path, { 'x-body-signature': 'f'.repeat(64) })).toBe(401);
      expect(await status(path, { 'content-type': 'text/plain' })).toBe(415);
      expect(await status(path, { 'content-encoding': 'gzip' })).toBe(415);
      expect(await status(path, {}, `{"x":"${'x'.repeat(1_100_000)}"}`)).toBe(413);
      expect(await status(path, {}, '[]')).toBe(400);
    }
  });
});
