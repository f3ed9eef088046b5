import { describe, expect, it } from 'vitest';
import { asWritten } from '../../../shared/said/said.ts';
import type { Writer, Written } from '../../../worker/loop/ports/writer.ts';
import { runStep } from '../../../worker/loop/steps.ts';
import { aGap, anEntry, anObservation, aPastFix } from '../../contracts/examples.ts';
import { inWords } from '../../ground/in-words.ts';
import { approvedWorld, BASE, TARGET } from '../world/approved.ts';
import { TENANT } from '../world/world.ts';

const ATTESTED = { attested: 'none' as const, actor: 'ada', at: 1 };

const SORRY: Written<never> = { request: 'r', model: 'm-1', outcome: 'builtin', why: 'refused', detail: '' };
const answered = <T>(value: T): Written<T> => ({
  request: 'r',
  model: 'm-1',
  outcome: 'answered',
  value,
  answeredBy: 'm-1',
  usage: { inputTokens: 1, outputTokens: 1 },
});

/** A writer that judges as told and declines the rest; keeps what it was asked. */
function judge(told: { unsupported?: number[] | null; isSame?: boolean }) {
  const asked: unknown[] = [];
  const writer: Writer = {
    model: 'm-1',
    write: async () => SORRY,
    nameIssue: async () => SORRY,
    async judgeGrounded(_tenant, statements) {
      asked.push(statements);
      return told.unsupported ? answered({ unsupported: told.unsupported }) : SORRY;
    },
    async judgeSame(_tenant, a, b) {
      asked.push([a, b]);
      return answered({ isSame: told.isSame ?? false });
    },
  };
  return { writer, asked };
}

/** A scored patch of a category that has earned automatic publishing, and what becomes of it. */
async function decided(writer: Writer | null) {
  const world = await approvedWorld({
    state: 'scored',
    category: 'Exports',
    confidence: 0.99,
    gates: [{ name: 'content', isPassed: true, detail: asWritten('') }],
    rehearsal: { tried: 3, wins: 3, regressions: 0, controls: 3 },
    support: { agents: 2, organizations: 3 },
    bodyHtml: TARGET,
    baseHtml: BASE,
  });
  const autoPublish = { isEnabled: true, categories: ['Exports'], reviewedFirst: 0 };
  const policy = await world.ports.tenants.policy(TENANT);
  await world.ports.tenants.setPolicy(
    TENANT,
    { ...policy, autoPublish: { ...policy.autoPublish, ...autoPublish }, contentBlocks: ATTESTED },
    'ada',
  );
  const clean = aPastFix({ confidence: 0.99, category: 'Exports' });
  world.ports.fixes.history = async () => Array.from({ length: 200 }, () => clean);
  if (writer) world.ports.writer = writer;
  await runStep(world.ports, TENANT, { type: 'decide', at: world.clock.event, fixId: 'f' });
  return world.ports.fixes.get(TENANT, 'f');
}

describe('a fix that would be published by itself', () => {
  it('goes to a person where the model doubts a statement, and says which', async () => {
    const { writer, asked } = judge({ unsupported: [0] });
    const fix = await decided(writer);
    expect([fix?.state, fix?.decision]).toEqual(['in_review', 'review']);
    expect(inWords(fix?.reason)).toContain('Choose Wages.');
    expect(asked[0]).toMatchObject([{ text: 'Choose Wages.', quotes: ['Choose Wages.'] }, {}]);
  });

  it.each([
    ['the model doubts nothing', judge({ unsupported: [] }).writer],
    ['the model gives no answer', judge({ unsupported: null }).writer],
    ['the model doubts what is not there', judge({ unsupported: [99] }).writer],
    ['no model is set', null],
  ])('is published where %s', async (_case, writer) => {
    expect((await decided(writer))?.decision).toBe('publish');
  });

  it('asks no model where code already holds it', async () => {
    const { writer, asked } = judge({ unsupported: [0] });
    const world = await approvedWorld({ state: 'scored', confidence: 0.2 });
    world.ports.writer = writer;
    await runStep(world.ports, TENANT, { type: 'decide', at: world.clock.event, fixId: 'f' });
    expect(asked).toEqual([]);
  });
});

describe('a new article whose neighbour asks the same', () => {
  /** Scores a new article while another gap of this title is open; answers its gates. */
  async function scored(title: string, isSame: boolean) {
    const world = await approvedWorld({ state: 'rehearsed', kind: 'new_article', articleId: null, baseHtml: null });
    const gaps = [
      aGap('gap', { cause: 'missing', state: 'open', title: 'export wages file' }),
      aGap('other', { cause: 'missing', state: 'in_review', title }),
    ];
    await world.ports.observations.record(TENANT, {
      observation: anObservation('b'),
      conversation: null,
      entries: [anEntry(2, 'unknown')],
      gaps,
    });
    const { writer, asked } = judge({ isSame });
    world.ports.writer = writer;
    await runStep(world.ports, TENANT, { type: 'score', at: world.clock.event, fixId: 'f' });
    const fix = await world.ports.fixes.get(TENANT, 'f');
    return { gate: fix?.gates.find(({ name }) => name === 'sameness'), asked: asked.length };
  }

  it('tells who reviews it, and merges nothing', async () => {
    const { gate } = await scored('export the wages', true);
    expect(inWords(gate)).toMatchObject({ isPassed: true, detail: expect.stringContaining('export the wages') });
  });

  it('says nothing where the model sees two questions', async () => {
    expect(await scored('export the wages', false)).toEqual({ gate: undefined, asked: 1 });
  });

  it('does not ask about a gap that shares no words', async () => {
    expect(await scored('cancel a holiday request', true)).toEqual({ gate: undefined, asked: 0 });
  });
});
