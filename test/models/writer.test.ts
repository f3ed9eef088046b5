import { afterEach, describe, expect, it } from 'vitest';
import { type Written, writtenDraft } from '../../worker/core/drafts/written/written.ts';
import { Invalid, RetryLater } from '../../worker/loop/ports/errors.ts';
import { BREAKER_OPEN_MS } from '../../worker/models/breaker.ts';
import { OUTPUT_METHODS } from '../../worker/models/openai/settings.ts';
import { createOpenAiWriter } from '../../worker/models/openai/writer.ts';
import { createAnswersInMemory, createSpendInMemory } from '../loop/memory/answers.ts';
import { type ModelServer, startModelServer } from '../sandbox/models/server.ts';
import { bench, NOON, write } from './bench.ts';
import { DRAFTS, type Draft, EXPORT, newArticle, RESET } from './drafts.ts';

const DAY = '2026-11-22';
const open: ModelServer[] = [];
const start: typeof startModelServer = async (...args) => {
  const server = await startModelServer(...args);
  open.push(server);
  return server;
};
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const laterOf = async (promise: Promise<unknown>): Promise<RetryLater> => {
  const error = await promise.then(
    (value) => expect.fail(`answered ${JSON.stringify(value)}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RetryLater)) throw error;
  return error;
};

describe('a good model', () => {
  it.each(OUTPUT_METHODS)('writes every draft, cited and proved, asked by %s', async (method) => {
    const server = await start('good');
    const at = bench(server.url, { method });
    for (const draft of DRAFTS) {
      const written = await write(at, draft);
      if (written.outcome !== 'answered') return expect.fail(written.detail);
      const { isWritten, covered, of } = writtenDraft(draft.fix, written.value, { language: 'en', base: draft.base });
      expect([isWritten, covered]).toEqual([true, of]);
      expect(written).toMatchObject({
        model: 'm-1',
        answeredBy: 'm-1',
        request: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
    }
  });

  it('is asked once for the same draft, and pays once', async () => {
    const server = await start('good');
    const at = bench(server.url);
    const first = await write(at, RESET);
    expect(await write(at, RESET)).toEqual(first);
    expect(server.prompts).toHaveLength(1);
    if (first.outcome !== 'answered') return expect.fail();
    expect(at.spend.spent('t1', DAY)).toEqual({ calls: 1, tokens: first.usage.inputTokens + first.usage.outputTokens });
    await write(at, RESET, 't2');
    expect(server.prompts).toHaveLength(2);
    expect(server.prompts[0]!.body).toBe(server.prompts[1]!.body);
  });

  it('is not asked again for a draft that moved by one statement, and is where it moved by more', async () => {
    const server = await start('good');
    const at = bench(server.url);
    const writtenOf = async (draft: Draft, known?: Written) => {
      const given = known && { title: known.fix.title, sections: known.sections };
      const written = await write(at, draft, 't1', given);
      if (written.outcome !== 'answered') return expect.fail(written.detail);
      return writtenDraft(draft.fix, written.value, { language: 'en', base: draft.base });
    };
    const steps: [string, string][] = ['Check', 'Save', 'Print', 'Rename', 'Export'].map((verb) => {
      const text = `Please ${verb.toLowerCase()} the shift plan.`;
      return [text, text];
    });
    const more: [string, string] = ['The plan is valid for 7 days.', 'The plan is valid for 7 days.'];
    const first = await writtenOf(newArticle('shift plan', steps));
    expect(first.sections[0]!.sentences[0]).toEqual({
      text: 'Check the shift plan.',
      says: ['Please check the shift plan.'],
    });
    const moved = await writtenOf(newArticle('shift plan', [...steps, more]), first);
    expect([moved.isWritten, moved.covered, moved.of, server.prompts.length]).toEqual([true, 5, 6, 1]);
    await writtenOf(newArticle('shift plan', [...steps.slice(0, 2), more]), moved);
    expect(server.prompts).toHaveLength(2);
  });

  it('judges sameness in either order by one call, and names issues', async () => {
    const server = await start('good');
    const { writer } = bench(server.url);
    const one = await writer.judgeSame('t1', 'Reset my password', 'reset my password?');
    expect(one).toMatchObject({ outcome: 'answered', value: { isSame: true } });
    expect(await writer.judgeSame('t1', 'reset my password?', 'Reset my password')).toEqual(one);
    expect(server.prompts).toHaveLength(1);
    expect(await writer.nameIssue('t1', 'reset link', RESET.fix.evidence)).toMatchObject({
      value: { title: 'reset link' },
    });
    const said = { text: 'Open the settings.', quotes: ['You open the settings, then choose a plan.'] };
    const invented = { text: 'Delete the workspace first.', quotes: said.quotes };
    expect(await writer.judgeGrounded('t1', [said, invented])).toMatchObject({ value: { unsupported: [1] } });
  });

  it('gets the key, nothing of the library, and no other path', async () => {
    const server = await start('good');
    await write(bench(server.url), RESET);
    const { path, headers } = server.prompts[0]!;
    expect(path).toBe('/v1/chat/completions');
    expect(headers.authorization).toBe('Bearer key-for-tests');
    expect(Object.keys(headers).filter((name) => /stainless|langchain|openai/.test(name))).toEqual([]);
  });

  it('is not asked about a draft without statements', async () => {
    const server = await start('good');
    const at = bench(server.url);
    const empty = { fix: { ...RESET.fix, bodyHtml: '<h2>Nothing</h2>' }, base: null };
    expect(await write(at, empty)).toMatchObject({ outcome: 'builtin', why: 'nothing' });
    expect(await write(at, { fix: { ...RESET.fix, kind: 'terms' }, base: null })).toMatchObject({ why: 'nothing' });
    expect(server.prompts).toEqual([]);
  });

  it('is not asked while a variable would send prompts to a tracing service', async () => {
    const server = await start('good');
    process.env.LANGSMITH_TRACING = 'true';
    try {
      await expect(write(bench(server.url), RESET)).rejects.toThrow('LANGSMITH_TRACING');
    } finally {
      delete process.env.LANGSMITH_TRACING;
    }
    expect(server.prompts).toEqual([]);
  });
});

describe('an endpoint that is down', () => {
  it.each(['unavailable', 'error', 'too_many_silent', 'stall', 'drip', 'cut', 'reset'])(
    'is left alone for a minute after three failures, then one request tries (%s)',
    async (mode) => {
      const server = await start('hostile', { modes: [mode] });
      const at = bench(server.url, { timeoutMs: 100 });
      for (const tenant of ['a', 'b', 'c', 'd', 'e'])
        expect((await laterOf(write(at, RESET, tenant))).afterMs).toBeGreaterThanOrEqual(60_000);
      expect(at.sent).toHaveLength(3);
      at.clock.now += BREAKER_OPEN_MS;
      await Promise.all(['a', 'b', 'c'].map((tenant) => laterOf(write(at, RESET, tenant))));
      expect(at.sent).toHaveLength(4);
    },
  );

  it('says when to come back, and is not asked before', async () => {
    const server = await start('hostile', { modes: ['too_many'] });
    const at = bench(server.url);
    expect((await laterOf(write(at, RESET))).afterMs).toBe(90_000);
    at.clock.now += 60_000;
    await laterOf(write(at, EXPORT));
    expect(at.sent).toHaveLength(1);
  });

  it('for an hour is asked once a minute, and then the builtin draft stands', async () => {
    const server = await start('hostile', { modes: ['unavailable'] });
    const at = bench(server.url);
    let tries = 0;
    for (;;) {
      const ended = await write(at, RESET).catch((error: unknown) => error);
      tries++;
      if (!(ended instanceof RetryLater)) {
        expect(ended).toMatchObject({ outcome: 'builtin', why: 'unreachable' });
        break;
      }
      at.clock.now += ended.afterMs;
    }
    expect(at.clock.now - NOON).toBe(60 * 60_000);
    expect(tries).toBe(61);
    expect(at.sent.length).toBeLessThanOrEqual(61);
  });

  it.each(['unavailable', 'too_many', 'stall'])('is waited for only as long as was set (%s)', async (mode) => {
    const server = await start('hostile', { modes: [mode] });
    const at = bench(server.url, { timeoutMs: 100, patienceMs: 300 });
    expect((await laterOf(write(at, RESET))).afterMs).toBe(300);
    at.clock.now += 300;
    expect(await write(at, RESET)).toMatchObject({ outcome: 'builtin', why: 'unreachable' });
    expect(at.sent).toHaveLength(2);
  });

  it('is asked again when it is back', async () => {
    let isDown = true;
    const server = await start('good');
    const down: typeof fetch = (input, init) =>
      isDown ? Promise.resolve(new Response('', { status: 503 })) : fetch(input, init);
    const at = bench(server.url, { fetch: down });
    for (const tenant of ['a', 'b', 'c']) await laterOf(write(at, RESET, tenant));
    isDown = false;
    at.clock.now += BREAKER_OPEN_MS;
    for (const tenant of ['a', 'b', 'c']) expect(await write(at, RESET, tenant)).toMatchObject({ outcome: 'answered' });
  });
});

describe('an endpoint that is not what was set', () => {
  it.each([401, 403, 404, 400, 422])('leaves the builtin draft and the tenant running (%d)', async (status) => {
    const refuse: typeof fetch = async () => new Response('{"error":{"message":"no"}}', { status });
    const at = bench('http://127.0.0.1:9/v1', { fetch: refuse });
    expect(await write(at, RESET)).toMatchObject({ outcome: 'builtin', why: 'misconfigured' });
  });

  it('is not followed elsewhere', async () => {
    const server = await start('hostile', { modes: ['redirect'] });
    const at = bench(server.url);
    expect(await write(at, RESET)).toMatchObject({ outcome: 'builtin', why: 'misconfigured' });
    expect(at.sent).toEqual([`${server.url}/chat/completions`]);
  });

  it('with another model than the pinned one counts for nothing', async () => {
    const server = await start('hostile', { modes: ['other_model'] });
    const at = bench(server.url);
    expect(await write(at, RESET)).toMatchObject({ outcome: 'builtin', why: 'other_model' });
    expect(await write(at, RESET)).toMatchObject({ why: 'other_model' });
    expect(server.prompts).toHaveLength(1);
  });

  it('is refused without a model id or a key', () => {
    const create = (model: string, key: string) =>
      createOpenAiWriter({
        settings: { baseUrl: 'https://api.openai.com/v1', model, key },
        spend: createSpendInMemory(),
        answers: createAnswersInMemory(),
        now: () => 0,
      });
    expect(() => create(' ', 'k')).toThrow(Invalid);
    expect(() => create('m', '')).toThrow(Invalid);
    expect(create('m', 'k').model).toBe('m');
  });
});
