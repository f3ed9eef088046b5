import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fix } from '../../shared/fix.ts';
import { writtenDraft } from '../../worker/core/drafts/written/written.ts';
import { statementsOf } from '../../worker/core/grounding/statements.ts';
import { SECTION_FORMS } from '../../worker/core/grounding/written.ts';
import { plainText } from '../../worker/core/html/plain.ts';
import { RetryLater } from '../../worker/loop/ports/errors.ts';
import type { ChatAnswer } from '../../worker/models/openai/chat.ts';
import { readAnswer } from '../../worker/models/openai/read-answer.ts';
import { ARTICLE } from '../../worker/models/prompts/answers.ts';
import { HOSTILE_MODES } from '../sandbox/models/hostile.ts';
import { FORBIDDEN, SPOILS, TWISTS } from '../sandbox/models/hostile-texts.ts';
import { type ModelServer, startModelServer } from '../sandbox/models/server.ts';
import { bench, write } from './bench.ts';
import { DRAFTS, type Draft } from './drafts.ts';

/** Every sentence of a fix, and what no reader may see in it. */
function forbiddenIn(fix: Fix): string[] {
  const shown = `${fix.title}\n${fix.bodyHtml}`.normalize('NFKC').toLowerCase();
  return FORBIDDEN.filter((words) => shown.includes(words.toLowerCase()));
}

/** Sentences of a fix that are neither builtin statements nor the good double's. */
function foreignIn(fix: Fix, { fix: builtin, base }: Draft, answers: readonly string[]): string[] {
  const known = new Set([...plainText(builtin.bodyHtml).split('\n'), ...answers]);
  return statementsOf(fix.bodyHtml, base?.bodyHtml ?? null, builtin.evidence)
    .map(({ text }) => text)
    .filter((text) => !known.has(text));
}

describe('what a hostile model says', () => {
  const servers: ModelServer[] = [];
  const faithful = new Map<Draft, string[]>();
  beforeAll(async () => {
    const server = await startModelServer('good');
    servers.push(server);
    const at = bench(server.url);
    for (const draft of DRAFTS) {
      const written = await write(at, draft);
      if (written.outcome !== 'answered') throw new Error(written.detail);
      faithful.set(
        draft,
        written.value.sections.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
      );
    }
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
  });

  it.each(HOSTILE_MODES)(
    'ends in a later try or in grounded sentences, never in a crash or in nothing (%s)',
    async (mode) => {
      const server = await startModelServer('hostile', { modes: [mode] });
      servers.push(server);
      for (const draft of DRAFTS) {
        const at = bench(server.url, ['stall', 'drip'].includes(mode) ? { timeoutMs: 60 } : {});
        const written = await write(at, draft).catch((error: unknown) => {
          if (error instanceof RetryLater) return null;
          throw error;
        });
        if (written?.outcome !== 'answered') continue;
        const { fix, covered, of } = writtenDraft(draft.fix, written.value, { language: 'en', base: draft.base });
        expect(forbiddenIn(fix)).toEqual([]);
        expect(foreignIn(fix, draft, faithful.get(draft) ?? [])).toEqual([]);
        expect(covered).toBeLessThanOrEqual(of);
      }
    },
  );

  it('in 200 answers of one run is neither a crash nor an ungrounded sentence, and every request ends', async () => {
    const modes = HOSTILE_MODES.filter((mode) => !['stall', 'drip', 'huge'].includes(mode));
    const server = await startModelServer('hostile', { seed: 7, modes });
    servers.push(server);
    const ends = { written: 0, builtin: 0, later: 0 };
    for (let run = 0; run < 70; run++) {
      for (const draft of DRAFTS) {
        const written = await write(bench(server.url), draft, `tenant-${run}`).catch((error: unknown) => {
          if (error instanceof RetryLater) return null;
          throw error;
        });
        if (written === null) ends.later++;
        else if (written.outcome === 'builtin') ends.builtin++;
        else {
          const { fix, isWritten } = writtenDraft(draft.fix, written.value, { language: 'en', base: draft.base });
          ends[isWritten ? 'written' : 'builtin']++;
          expect(forbiddenIn(fix)).toEqual([]);
          expect(foreignIn(fix, draft, faithful.get(draft) ?? [])).toEqual([]);
        }
      }
    }
    expect(server.prompts.length).toBeGreaterThanOrEqual(200);
    expect(ends.written + ends.builtin + ends.later).toBe(210);
  });

  it('is asked again three times where it is malformed, then the builtin draft stands and is not asked again', async () => {
    const server = await startModelServer('hostile', { modes: ['half_json'] });
    servers.push(server);
    const at = bench(server.url);
    const waits: number[] = [];
    for (let tries = 0; tries < 5; tries++) {
      const ended = await write(at, DRAFTS[0]!).catch((error: unknown) => error);
      if (ended instanceof RetryLater) waits.push(ended.afterMs);
      else expect(ended).toMatchObject({ outcome: 'builtin', why: 'malformed' });
    }
    expect(waits).toEqual([60_000, 120_000]);
    expect(server.prompts).toHaveLength(3);
  });

  it.each(['refusal', 'filtered'])('that refuses ends so too (%s)', async (mode) => {
    const server = await startModelServer('hostile', { modes: [mode] });
    servers.push(server);
    const at = bench(server.url);
    for (let tries = 0; tries < 2; tries++) await expect(write(at, DRAFTS[0]!)).rejects.toThrow(RetryLater);
    expect(await write(at, DRAFTS[0]!)).toMatchObject({ outcome: 'builtin', why: 'refused' });
  });
});

const answerOf = (value: unknown): ChatAnswer => ({
  value,
  isRefusal: false,
  isCut: false,
  answeredBy: 'm-1',
  inputTokens: 1,
  outputTokens: 1,
});

describe('any answer at all', () => {
  it('is read strictly or not at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string(), fc.string({ unit: 'binary' })), (value) => {
        const reading = readAnswer(answerOf(value), ARTICLE, 'm-1');
        expect(['read', 'malformed']).toContain(reading.kind);
        if (reading.kind === 'read') expect(Object.keys(reading.value).sort()).toEqual(['sections', 'title']);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });

  it('of the right shape leaves builtin sentences or ones made of their words', () => {
    const sentence = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc
        .array(
          fc.constantFrom(
            ...DRAFTS.flatMap(({ fix }) => plainText(fix.bodyHtml).split(/\s+/)),
            'wombat',
            '<b>',
            '9999',
          ),
          {
            maxLength: 30,
          },
        )
        .map((words) => words.join(' ')),
      fc
        .tuple(
          fc.constantFrom(...DRAFTS.flatMap(({ fix }) => plainText(fix.bodyHtml).split('\n'))),
          fc.constantFrom(...Object.values(SPOILS), ...Object.values(TWISTS)),
        )
        .map(([text, spoil]) => spoil(text)),
    );
    const answer = fc.record({
      title: sentence,
      sections: fc.array(
        fc.record({
          heading: fc.option(sentence),
          form: fc.constantFrom(...SECTION_FORMS),
          sentences: fc.array(fc.record({ text: sentence, says: fc.array(fc.integer({ min: -1, max: 8 })) }), {
            maxLength: 12,
          }),
        }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(answer, fc.constantFrom(...DRAFTS), (value, draft) => {
        const { fix, covered, of, isWritten } = writtenDraft(draft.fix, value, { language: 'en', base: draft.base });
        expect(forbiddenIn(fix)).toEqual([]);
        if (!isWritten) expect(fix).toBe(draft.fix);
        else expect(covered / of).toBeGreaterThanOrEqual(0.8);
        const { title: _, bodyHtml: __, ...kept } = fix;
        expect(draft.fix).toMatchObject(kept);
      }),
      { numRuns: 100, seed: 20261122 },
    );
  });
});
