import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RawConversation } from '../../../worker/loop/ports/helpdesk.ts';
import { asks, learnedWorld } from '../../loop/advise/advised.ts';
import { TENANT, type World } from '../../loop/world/world.ts';
import { idOf, openInbox, wordsOf } from '../inbox.ts';

const IMPORT = 'Which columns does the staff import need, and how many rows may the file have?';
const TITLE = 'Import your staff from a spreadsheet';

describe('beside a conversation Mend is told', { timeout: 30_000 }, () => {
  let world: World;
  let inbox: ReturnType<typeof openInbox>;
  let asking = 0;
  const newly = (text: string) => asks(world, `t${++asking}`, text).id;
  beforeAll(async () => {
    world = await learnedWorld();
  }, 30_000);
  beforeEach(() => {
    inbox = openInbox(world);
  });
  const does = async (id: string, label: string, card: Awaited<ReturnType<typeof inbox.open>>, inputs = {}) =>
    wordsOf(await inbox.press(card, idOf(card, label), id, undefined, inputs));
  const outcomes = async (id: string) =>
    (await world.ports.outcomes.ofConversation(TENANT, id)).map(({ input }) => input).filter((i) => i.kind !== 'shown');
  /** A conversation that Mend has heard of, in which this was answered since. */
  const answered = async (text: string, more: Partial<RawConversation> = {}) => {
    const id = newly(IMPORT);
    await world.tell({ type: 'observe', at: world.clock.event, conversationId: id, moment: 'opened' });
    await world.run();
    const raw = world.desk.conversations.get(id);
    const at = world.clock.event;
    const turn = { id: `${id}-2`, author: 'agent' as const, authorId: '814', text, html: null, isPublic: true, at };
    if (raw) world.desk.conversations.set(id, { ...raw, turns: [...raw.turns, turn], ...more });
    return id;
  };

  it('that the last reply and an article contradict each other, and which of them is wrong', async () => {
    const id = await answered('Hello! A file can hold up to 900 rows.');
    const card = await inbox.open(id);
    expect(wordsOf(card)).toContain(`“${TITLE}” says 500, your last reply says 900.`);
    expect(await does(id, 'My reply was wrong', card)).toContain('Tell the customer what is right.');
    expect(await outcomes(id)).toMatchObject([{ kind: 'fix_reply', says: '500', wrote: '900' }]);
    expect(inbox.woken).toEqual([TENANT]);
    const other = idOf(card, 'The article is wrong').replace(/\d+$/, '1');
    expect(wordsOf(await inbox.press(await inbox.open(id), other, id))).toContain('This card is old');
  });

  it('of a contradiction in what was just posted from the card', async () => {
    const id = newly(IMPORT);
    const card = await inbox.open(id);
    const next = await does(id, 'Send as reply', card, { reply_text: 'A file can hold up to 800 rows.' });
    expect(next).toContain('says 500, your last reply says 800.');
    expect(await outcomes(id)).toMatchObject([{ kind: 'inserted', text: expect.stringContaining('2,000 rows') }]);
  });

  it('the answer to one question once the conversation is solved, which is put to a person once', async () => {
    const id = await answered('A file can hold up to 2,000 rows.', { state: 'solved', solvedAt: world.clock.event });
    const card = await inbox.open(id);
    expect(wordsOf(card)).toContain('One question\nIs this sentence still right?\n“A file can hold up to 500 rows.”');
    expect(await does(id, 'No', card)).toContain('Thank you for the answer.');
    expect(await outcomes(id)).toMatchObject([{ kind: 'answered', question: 'statement_right', answer: 'no' }]);
    expect(wordsOf(await inbox.open(id))).not.toContain('One question');
  });

  it('what is wrong with an article, a sentence of it, and that it helped', async () => {
    const id = newly(IMPORT);
    const shown = async () => inbox.press(await inbox.open(id), idOf(await inbox.open(id), TITLE), id);
    expect(await does(id, 'Flag the article', await shown())).toContain('There is no text');
    const why = { reason_text: 'The limit is gone, says ida@fern.example' };
    expect(await does(id, 'Flag the article', await shown(), why)).toContain('Thank you: it is flagged.');
    expect(await does(id, 'This sentence is wrong', await shown())).toContain('Thank you: it is flagged.');
    expect(await does(id, 'This article helped', await shown())).toContain('it counts for this article');
    const told = await outcomes(id);
    expect(told.map(({ kind }) => kind).sort()).toEqual(['flagged', 'flagged', 'linked']);
    expect(JSON.stringify(told)).not.toContain('ida@fern.example');
  });
});
