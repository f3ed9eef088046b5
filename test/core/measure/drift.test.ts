import { describe, expect, it } from 'vitest';
import { driftOf } from '../../../worker/core/measure/drift.ts';
import { createRandom } from '../../sandbox/random.ts';

const counts = (conversations: number, more: Record<string, number>) => ({ conversations, ...more });

describe('drift', () => {
  it('names what rose, in which language, from what to what, the surest first', () => {
    const before = counts(1_000, { chaff: 50, novel: 300, in_en: 900, in_de: 100 });
    const now = counts(500, { chaff: 100, novel: 150, in_en: 380, in_de: 120 });
    expect(driftOf(before, now)).toEqual([
      { kind: 'chaff', language: null, before: 0.05, now: 0.2 },
      { kind: 'language', language: 'de', before: 0.1, now: 0.24 },
    ]);
  });

  it('says nothing of a fall, of a rise that is nobody’s concern, and where too few wrote', () => {
    const before = counts(10_000, { chaff: 1_000, novel: 3_000 });
    expect(driftOf(before, counts(10_000, { chaff: 200, novel: 3_600 }))).toEqual([]);
    expect(driftOf(counts(99, { chaff: 0 }), counts(5_000, { chaff: 4_000 }))).toEqual([]);
    expect(driftOf(before, counts(99, { chaff: 90 }))).toEqual([]);
  });

  it('does not alarm in ten years of daily looks at an account in which nothing drifts', () => {
    const random = createRandom('no drift').next;
    const days = Array.from({ length: 3_650 }, () =>
      Array.from({ length: 20 }, () => random()).reduce(
        (sum, x) => ({ chaff: sum.chaff + Number(x < 0.08), novel: sum.novel + Number(x > 0.8) }),
        { chaff: 0, novel: 0 },
      ),
    );
    const added = (from: number, to: number) =>
      days
        .slice(from, to)
        .reduce(
          (sum, day) => ({ ...sum, chaff: sum.chaff + day.chaff, novel: sum.novel + day.novel }),
          counts((to - from) * 20, { chaff: 0, novel: 0 }) as { conversations: number; chaff: number; novel: number },
        );
    let alarms = 0;
    for (let day = 84; day < days.length; day++)
      alarms += driftOf(added(day - 84, day - 28), added(day - 28, day)).length;
    expect(alarms).toBe(0);
  });
});
