import { describe, expect, it } from 'vitest';
import { CHAIN_START, chained } from '../../../worker/core/text/chain.ts';

const log = Array.from({ length: 50 }, (_, id) => ({ id, what: 'approved', reason: `reason ${id}` }));

describe('the chain over the activity log', () => {
  it('is the same whether it is hashed at once or in parts', () => {
    expect(chained(chained(CHAIN_START, log.slice(0, 20)), log.slice(20))).toBe(chained(CHAIN_START, log));
  });
  it('changes with any entry changed, removed, added or moved', () => {
    const whole = chained(CHAIN_START, log);
    for (const at of log.keys()) {
      expect(chained(CHAIN_START, log.with(at, { ...log[at]!, reason: 'another' }))).not.toBe(whole);
      expect(chained(CHAIN_START, log.toSpliced(at, 1))).not.toBe(whole);
      expect(chained(CHAIN_START, log.toSpliced(at, 0, log[at]!))).not.toBe(whole);
    }
    expect(chained(CHAIN_START, log.toReversed())).not.toBe(whole);
  });
});
