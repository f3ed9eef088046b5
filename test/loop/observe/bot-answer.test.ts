import { describe, expect, it } from 'vitest';
import { articleIdsIn } from '../../../worker/core/html/links.ts';
import { signalsOf as readSignals } from '../../../worker/core/signals/signals.ts';
import type { BotAnswer } from '../../../worker/loop/ports/helpdesk.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { aConversation, anArticle } from '../../contracts/examples.ts';
import { aRaw, observing } from '../world/raw.ts';
import { createWorld, TENANT } from '../world/world.ts';

const SOLVED = 600_000;
const SOURCES = ['https://help.acme.example/en/articles/77-export', '/fin-ai-agent/content?content=article&id=78'];

/** The signals of a conversation in which an AI agent had answered from these addresses. */
async function signalsOf(answer: Partial<BotAnswer>) {
  const world = await createWorld();
  for (const id of ['77', '78']) world.desk.articles.set(id, anArticle(id));
  await world.ports.articles.put(TENANT, [anArticle('77'), anArticle('78')], 'seen');
  const botAnswer = { at: SOLVED - 200_000, turnIds: ['a-bot'], sourceUrls: SOURCES, hasFailed: true, ...answer };
  world.desk.conversations.set('a', { ...aRaw('a', SOLVED), botAnswer });
  await runStep(world.ports, TENANT, observing('a', SOLVED));
  return (await world.ports.observations.find(TENANT, 'a'))?.signals ?? [];
}
const kinds = (signals: { kind: string }[]) => signals.map((signal) => signal.kind);

describe('an answer of the helpdesk’s AI agent', () => {
  it('that was followed by a person’s is a signal, with the articles it rested on', async () => {
    expect(await signalsOf({})).toContainEqual({
      kind: 'bot_answer_failed',
      at: SOLVED - 200_000,
      turnIds: ['a-bot'],
      articleIds: ['77', '78'],
    });
  });

  it('names no article that is not there', async () => {
    const found = await signalsOf({ sourceUrls: ['https://help.acme.example/en/articles/999-gone', 'file:notes.pdf'] });
    expect(found.find(({ kind }) => kind === 'bot_answer_failed')).not.toHaveProperty('articleIds');
  });

  it('that did is none, and its article counts as one that was linked', async () => {
    expect(kinds(await signalsOf({ hasFailed: false }))).not.toContain('bot_answer_failed');
    const turn = { id: '2', author: 'agent' as const, personId: 'a', text: 'It is done.', at: 2 };
    const read = (hasFailed: boolean, botArticleIds: string[]) =>
      kinds(
        readSignals({
          conversation: aConversation('a', { turns: [turn] }),
          facts: { ...aRaw('a'), botAnswer: { at: 1, turnIds: [], sourceUrls: [], hasFailed } },
          suggestedArticleIds: [],
          linkedArticleIds: [],
          botArticleIds,
          coverage: 0,
          issueId: null,
          articleId: null,
          earlier: [],
        }),
      );
    expect(read(false, ['77'])).toEqual([]);
    expect(read(false, [])).toEqual(['solved_without_article']);
    expect(read(true, ['77'])).toEqual(['bot_answer_failed', 'solved_without_article']);
  });
});

describe('article numbers in addresses', () => {
  it.each([
    ['https://intercom.help/acme/en/articles/9991267-exports', ['9991267']],
    ['https://app.intercom.com/a/apps/x1/articles/articles/55/show', ['55']],
    ['/fin-ai-agent/content?content=article&id=3234924', ['3234924']],
    ['/fin-ai-agent/content?content=content_snippet&id=3234924', []],
    ['https://acme.example/particles/7', []],
    ['javascript:alert(1)', []],
  ])('%s names %j', (url, ids) => {
    expect(articleIdsIn([url, url])).toEqual(ids);
  });
});
