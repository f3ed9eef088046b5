import { describe, expect, it } from 'vitest';
import { type IssueSeries, MIN_CONTROLS, measureValue } from '../../../worker/core/measure/value.ts';
import { createRandom } from '../../sandbox/random.ts';

const WEEKS = 52;

/** A Poisson number of this mean (Knuth's product of uniforms). */
function poisson(mean: number, random: () => number): number {
  let n = -1;
  for (let left = 1, end = Math.exp(-mean); left > end; n++) left *= random();
  return n;
}

/** Weekly counts of issues that share a season; treated ones spike before their change, and are asked `effect` times as often after. */
function account(
  seed: string,
  { treated, untreated, effect }: { treated: number; untreated: number; effect: number },
): IssueSeries[] {
  const random = createRandom(seed).next;
  const season = Array.from({ length: WEEKS }, (_, w) => 1 + 0.3 * Math.sin(w / 8) + 0.3 * (random() - 0.5));
  return Array.from({ length: treated + untreated }, (_, i): IssueSeries => {
    const rate = 0.8 + random() * 4;
    const spiked = 14 + Math.floor(random() * 26);
    const treatedIn = i < treated ? spiked : null;
    const asked = season.map((factor, w) => {
      const isSpike = w === spiked || w === spiked - 1;
      const isAfter = treatedIn !== null && w > treatedIn;
      return poisson(rate * factor * (isSpike ? 2.5 : 1) * (isAfter ? effect : 1), random);
    });
    return { issueId: `i${i}`, asked, treatedIn };
  });
}

describe('what changes were worth', () => {
  it('is not told without enough untreated issues, or treated ones', () => {
    expect(measureValue(account('few', { treated: 5, untreated: MIN_CONTROLS - 1, effect: 0.3 }))).toMatchObject({
      ...{ state: 'not_enough', lacks: 'controls' },
    });
    expect(measureValue(account('none', { treated: 2, untreated: 40, effect: 0.3 }))).toMatchObject({
      ...{ state: 'not_enough', lacks: 'treated' },
    });
  });

  it('is near the truth where changes heal or harm, and the interval holds it mostly', () => {
    for (const effect of [0.3, 0.6, 1.6]) {
      const found = Array.from({ length: 20 }, (_, n) =>
        measureValue(account(`${effect}/${n}`, { treated: 12, untreated: 40, effect })),
      );
      const measured = found.flatMap((value) => (value.state === 'measured' ? [value] : []));
      expect(measured).toHaveLength(20);
      const mean = measured.reduce((sum, { ratio }) => sum + Math.log(ratio.value), 0) / 20;
      expect(Math.abs(mean - Math.log(effect))).toBeLessThan(0.12);
      const held = measured.filter(({ ratio }) => ratio.low <= effect && effect <= ratio.high).length;
      expect(held).toBeGreaterThanOrEqual(16);
    }
  });

  it('is not made of a spike that passes by itself: of 100 accounts without an effect few alarm', () => {
    const alarms = Array.from({ length: 100 }, (_, n) =>
      measureValue(account(`a/a ${n}`, { treated: 8, untreated: 30, effect: 1 })),
    );
    const alarmed = alarms.filter((value) => value.state === 'measured' && value.chance <= 0.05).length;
    expect(alarmed).toBeLessThanOrEqual(10);
  });

  it('is the same however often it is asked', () => {
    const series = account('same', { treated: 6, untreated: 25, effect: 0.5 });
    expect(measureValue(series)).toEqual(measureValue(series));
  });
});
