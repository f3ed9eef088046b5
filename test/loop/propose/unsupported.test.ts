import { describe, expect, it } from 'vitest';
import { runStep } from '../../../worker/loop/steps.ts';
import { inWords } from '../../ground/in-words.ts';
import { TENANT } from '../world/world.ts';
import { worldWhere } from './searched.ts';

describe('an article that its customers’ words do not lead to', () => {
  it('is proposed search words where the helpdesk has them', async () => {
    const { gaps, terms } = await worldWhere({ canLabel: true });
    expect([gaps.length, terms.map((fix) => fix.terms)]).toEqual([1, [['irrigation']]]);
  });

  it('is handed to people, once and with the words, where the helpdesk has none', async () => {
    const { world, gaps, terms } = await worldWhere({ canLabel: false });
    expect([gaps.map((gap) => gap.state), terms]).toEqual([['escalated'], []]);
    const gapId = gaps[0]?.id ?? '';
    await runStep(world.ports, TENANT, { type: 'draft', at: world.clock.event, gapId });
    const told = (await world.ports.activity.list(TENANT, 200)).filter((entry) => entry.what === 'left to people');
    expect(told.map((entry) => entry.subject)).toEqual([gapId]);
    expect(inWords(told[0]?.reason)).toContain('put "irrigation" into the article');
  });
});
