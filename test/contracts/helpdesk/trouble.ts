import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../shared/time.ts';
import { AuthLost, NotFound, RetryLater } from '../../../worker/loop/ports/errors.ts';
import type { Helpdesk } from '../../../worker/loop/ports/helpdesk.ts';
import { failure, type MakeStage, START, type Stage, type Trouble } from './stage.ts';

const ERRORS: [Trouble, typeof RetryLater | typeof AuthLost][] = [
  ['down', RetryLater],
  ['too many requests', RetryLater],
  ['token refused', AuthLost],
];

function filled(stage: Stage) {
  const customer = stage.addCustomer('Ann', 'ann@acme.example');
  const conversation = stage.open({ customer, subject: 'Help', text: 'Help me.', at: START });
  const article = stage.addArticle({
    section: stage.addSection('Billing'),
    title: 'Reset',
    body: '<p>x</p>',
    at: START,
  });
  stage.setTime(START + HOUR_MS);
  return { conversation, article };
}

type Reading = (helpdesk: Helpdesk, ids: { conversation: string; article: string }, locale: string) => Promise<unknown>;

const OF_CONVERSATIONS: [string, Reading][] = [
  ['a conversation', (helpdesk, { conversation }) => helpdesk.readConversation(conversation)],
  ['what changed', (helpdesk) => helpdesk.changedConversations(null, START)],
  ['the past', (helpdesk) => helpdesk.solvedPage(START, null, 5)],
];
const OF_ARTICLES: [string, Reading][] = [
  ['an article', (helpdesk, { article }, locale) => helpdesk.readArticle(article, locale)],
  ['changed articles', (helpdesk) => helpdesk.changedArticles(0, null)],
  ['the list of articles', (helpdesk) => helpdesk.listArticleIds()],
  [
    'a write',
    (helpdesk, { article }, locale) => helpdesk.writeArticle(article, locale, { title: 'T', bodyHtml: '<p>y</p>' }),
  ],
  ['an archiving', (helpdesk, { article }) => helpdesk.archiveArticle(article)],
];

export function helpdeskTroubleContract(make: MakeStage): void {
  describe.each(ERRORS)('while the vendor is in trouble (%s)', (trouble, error) => {
    it.each(OF_CONVERSATIONS)('%s is never taken for nothing', async (_, read) => {
      const stage = make();
      const ids = filled(stage);
      stage.trouble(trouble, 'conversations');
      expect(await failure(read(stage.helpdesk, ids, stage.locale))).toBeInstanceOf(error);
    });

    it.each(OF_ARTICLES)('%s is never taken for nothing or for done', async (_, read) => {
      const stage = make();
      const ids = filled(stage);
      stage.trouble(trouble, 'articles');
      expect(await failure(read(stage.helpdesk, ids, stage.locale))).toBeInstanceOf(error);
      expect(stage.writes()).toBe(0);
      expect(await stage.connect().readArticle(ids.article, stage.locale)).toMatchObject({
        title: 'Reset',
        isDraft: false,
      });
    });
  });

  it('a conversation that never was is not found', async () => {
    const stage = make();
    filled(stage);
    expect(await failure(stage.helpdesk.readConversation('999999'))).toBeInstanceOf(NotFound);
  });

  it('what is asked too often says how long to wait', async () => {
    const stage = make();
    const { conversation } = filled(stage);
    stage.trouble('too many requests', 'conversations');
    const error = await failure(stage.helpdesk.readConversation(conversation));
    expect(error).toBeInstanceOf(RetryLater);
    if (error instanceof RetryLater) expect(error.afterMs).toBeGreaterThanOrEqual(8_000);
    if (error instanceof RetryLater) expect(error.afterMs).toBeLessThanOrEqual(10_000);
  });
}
