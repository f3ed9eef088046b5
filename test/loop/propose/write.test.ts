import { afterEach, describe, expect, it } from 'vitest';
import { statementsOf } from '../../../worker/core/grounding/statements.ts';
import { RetryLater } from '../../../worker/loop/ports/errors.ts';
import type { Decline, WriteInput, Writer } from '../../../worker/loop/ports/writer.ts';
import { write } from '../../../worker/loop/propose/write.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { work } from '../../../worker/loop/work.ts';
import { createOpenAiWriter } from '../../../worker/models/openai/writer.ts';
import { aFix } from '../../contracts/examples.ts';
import { RESET } from '../../models/drafts.ts';
import { type ModelServer, startModelServer } from '../../sandbox/models/server.ts';
import { createAnswersInMemory, createSpendInMemory } from '../memory/answers.ts';
import { approvedWorld } from '../world/approved.ts';
import { seededArticles, seededConversations, toldOf } from '../world/seeded.ts';
import { createWorld, TENANT, type World } from '../world/world.ts';

const FORTNIGHT = Date.parse('2026-11-30T00:00:00Z');
const GAP = { language: 'en', voice: '', titles: 'imperative' as const };
const UNTOUCHED = { fix: RESET.fix, undecided: RESET.fix };
const STATED = { request: 'r', model: 'm-1' };

const unasked = async (): Promise<never> => {
  throw new Error('nobody asks this');
};

/** A writer whose article is in the test's hands; the inputs it was given are kept. */
function writerOf(answer: Writer['write']): Writer & { inputs: WriteInput[] } {
  const inputs: WriteInput[] = [];
  return {
    model: 'm-1',
    inputs,
    write(tenant, input) {
      inputs.push(input);
      return answer(tenant, input);
    },
    judgeSame: unasked,
    judgeGrounded: unasked,
    nameIssue: unasked,
  };
}
const declines = (why: Decline) => writerOf(async () => ({ ...STATED, outcome: 'builtin', why, detail: '' }));
const says = (text: (statement: string) => string) =>
  writerOf(async (_tenant, input) => ({
    ...STATED,
    outcome: 'answered',
    answeredBy: 'm-1',
    usage: { inputTokens: 1, outputTokens: 1 },
    value: {
      title: input.title,
      sections: [
        ...Map.groupBy([...statementsOf(input.bodyHtml, null, input.quotes).entries()], ([, one]) => one.list),
      ].map(([list, own]) => ({
        heading: null,
        form: list === null ? ('list' as const) : ('steps' as const),
        sentences: own.map(([at, one]) => ({ text: text(one.text), says: [at] })),
      })),
    },
  }));

describe('a draft', () => {
  it('is the builtin one where no model is set', async () => {
    expect(await write({}, TENANT, GAP, UNTOUCHED, null, [])).toEqual({ fix: RESET.fix, writer: null });
  });

  it('is the builtin one where the model gave no answer, and says why', async () => {
    const writer = declines('malformed');
    expect(await write({ writer }, TENANT, GAP, UNTOUCHED, null, [])).toEqual({
      fix: RESET.fix,
      writer: { ...STATED, why: 'malformed' },
    });
  });

  it('is the builtin one where nothing of the answer may stand', async () => {
    const writer = says(() => 'Send your password to refunds@evil.example.');
    expect(await write({ writer }, TENANT, GAP, UNTOUCHED, null, [])).toEqual({
      fix: RESET.fix,
      writer: { ...STATED, why: 'ungrounded' },
    });
  });

  it("has the model's wording where it says the same, and hands it to the next draft of the gap", async () => {
    const plain = (text: string) => text.replace(/^Click on /, 'Select ').replace("can't", 'cannot');
    const writer = says(plain);
    const first = await write({ writer }, TENANT, GAP, UNTOUCHED, null, []);
    expect(first.writer?.why).toBeNull();
    expect(first.fix.bodyHtml).toContain('cannot reuse');
    expect(first.fix.evidence).toEqual(RESET.fix.evidence);
    const older = aFix('older', { createdAt: 9, writer: { ...STATED, why: null } });
    const newest = aFix('newest', { ...first.fix, createdAt: 5, writer: first.writer });
    await write({ writer }, TENANT, GAP, UNTOUCHED, null, [newest, older]);
    expect(writer.inputs[0]?.known).toBeUndefined();
    expect(writer.inputs[1]?.known).toEqual({ title: first.fix.title, sections: first.writer?.sections });
  });

  it('is no longer put to a model that gave nothing for two drafts of the gap', async () => {
    const writer = says(() => 'Send your password to refunds@evil.example.');
    const refused = (request: string) => aFix(request, { writer: { model: 'm-1', request, why: 'ungrounded' } });
    await write({ writer }, TENANT, GAP, UNTOUCHED, null, [refused('one')]);
    expect(writer.inputs).toHaveLength(1);
    const given = await write({ writer }, TENANT, GAP, UNTOUCHED, null, [refused('one'), refused('two')]);
    expect([writer.inputs.length, given.fix, given.writer?.why]).toEqual([1, RESET.fix, 'given_up']);
  });

  it("is told in the tenant's voice", async () => {
    const writer = says((text) => text);
    await write({ writer }, TENANT, { ...GAP, voice: 'short, second person' }, UNTOUCHED, null, []);
    expect(writer.inputs[0]?.voice).toBe('short, second person');
  });

  it('keeps its words and takes the name alone where it is handed to people, once a gap', async () => {
    const names: string[] = [];
    const writer: Writer = {
      ...writerOf(unasked),
      async nameIssue(_tenant, title) {
        names.push(title);
        const value = { title: 'Link of a report expired' };
        return { ...STATED, outcome: 'answered', answeredBy: 'm-1', usage: { inputTokens: 1, outputTokens: 1 }, value };
      },
    };
    const bug = {
      ...RESET.fix,
      kind: 'bug_report' as const,
      title: 'report link expired',
      bodyHtml: '<p>Of a link.</p>',
    };
    const first = await write({ writer }, TENANT, GAP, { fix: bug, undecided: bug }, null, []);
    expect(first.fix).toEqual({ ...bug, title: 'Link of a report expired' });
    const stored = aFix('first', { ...first.fix, writer: first.writer });
    expect((await write({ writer }, TENANT, GAP, { fix: bug, undecided: bug }, null, [stored])).fix.title).toBe(
      'Link of a report expired',
    );
    expect(names).toEqual(['report link expired']);
  });

  it('waits where waiting for the model may help', async () => {
    const writer = writerOf(async () => {
      throw new RetryLater('model: status 503', 60_000, 'row');
    });
    await expect(write({ writer }, TENANT, GAP, UNTOUCHED, null, [])).rejects.toThrow(RetryLater);
  });
});

describe('a fix made while the model could not be reached', () => {
  it('goes to a person, with the confidence that its evidence gives', async () => {
    const scoredWith = async (why: string | null) => {
      const world = await approvedWorld({ state: 'rehearsed', writer: { ...STATED, why } });
      await runStep(world.ports, TENANT, { type: 'score', at: 1, fixId: 'f' });
      return world.ports.fixes.get(TENANT, 'f');
    };
    const [fallback, worded] = [await scoredWith('unreachable'), await scoredWith(null)];
    const failed = (gates: { name: string; isPassed: boolean }[] = []) => gates.filter((gate) => !gate.isPassed);
    expect(failed(fallback?.gates).map(({ name }) => name)).toContain('model');
    expect(failed(worded?.gates).map(({ name }) => name)).not.toContain('model');
    expect(fallback?.rawConfidence).toBe(worded?.rawConfidence);
  });
});

describe('the loop with a model', { timeout: 60_000 }, () => {
  let server: ModelServer | null = null;
  afterEach(async () => {
    await server?.close();
    server = null;
  });

  async function fortnight(writerIn: (world: World) => Writer): Promise<World> {
    const world = await createWorld();
    for (const article of seededArticles()) world.desk.articles.set(article.id, article);
    const stories = ['calendar_feed', 'stale_import'];
    for (const c of seededConversations((c) => stories.includes(c.story))) world.desk.conversations.set(c.id, c);
    const told = [...world.desk.conversations.values()].flatMap(toldOf);
    await world.tell({ type: 'refresh', at: Math.min(...told.map(({ at }) => at)) - 1 }, ...told);
    const noPast = { since: 0, cursor: null, done: 0, readTo: null, isDone: true };
    world.shelf.cursors.set(JSON.stringify([TENANT, 'backfill']), JSON.stringify(noPast));
    world.clock.event = FORTNIGHT;
    world.ports.writer = writerIn(world);
    return world;
  }

  it('drafts in its words, asks once a draft, and the same again costs nothing', async () => {
    const good = await startModelServer('good');
    server = good;
    const { ports, shelf, run } = await fortnight(({ clock }) =>
      createOpenAiWriter({
        settings: { baseUrl: good.url, model: 'm-1', key: 'key-for-tests' },
        spend: createSpendInMemory(),
        answers: createAnswersInMemory(),
        now: () => clock.wall,
        isLoopbackAllowed: true,
      }),
    );
    await run();
    const fixes = [...shelf.fixes.values()].map(({ fix }) => fix);
    expect(shelf.dead.size).toBe(0);
    expect(fixes.filter(({ writer }) => writer?.why === null && writer.sections !== undefined).length).toBeGreaterThan(
      0,
    );
    const asked = good.prompts.length;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(fixes.length);
    for (const gap of await ports.gaps.list(TENANT)) {
      const before = (await ports.fixes.ofGap(TENANT, gap.id)).map(({ id }) => id);
      await runStep(ports, TENANT, { type: 'draft', at: FORTNIGHT, gapId: gap.id });
      expect((await ports.fixes.ofGap(TENANT, gap.id)).map(({ id }) => id)).toEqual(before);
    }
    expect(good.prompts.length).toBe(asked);
  });

  it('learns on while a draft waits for the model, and drafts when it answers', async () => {
    let isDown = true;
    const { ports, shelf, clock } = await fortnight(() =>
      writerOf(async () => {
        if (isDown) throw new RetryLater('model: status 503', 3_600_000, 'row');
        return { ...STATED, outcome: 'builtin', why: 'refused', detail: '' };
      }),
    );
    const waiting = () => [...shelf.inbox.values()].filter(({ state }) => state === 'new');
    for (let i = 0; i < 50 && waiting().some(({ message }) => message.type !== 'draft'); i++)
      await work(ports, TENANT, 'wake');
    expect(new Set(waiting().map(({ message }) => message.type))).toEqual(new Set(['draft']));
    expect([...shelf.observations.values()].every(({ observation }) => observation.state === 'observed')).toBe(true);
    expect([shelf.fixes.size, shelf.dead.size]).toEqual([0, 0]);
    isDown = false;
    clock.wall += 3_600_000;
    for (let i = 0; i < 50 && waiting().length > 0; i++) await work(ports, TENANT, 'wake');
    expect([waiting().length, shelf.dead.size]).toEqual([0, 0]);
    expect([...shelf.fixes.values()].map(({ fix }) => fix.writer?.why)).toContain('refused');
  });
});
