import { describe, expect, it } from 'vitest';
import type { Ending } from '../../shared/measure/ending.ts';
import { DAY_MS } from '../../shared/time.ts';
import { demandChange, type OrganizationDemand, smallestEffect } from '../../worker/core/measure/demand.ts';
import { createRandom } from '../sandbox/random.ts';
import { makeYear, YEAR_END, YEAR_START } from './year.ts';

const PILOT_DAYS = 28;
const PILOTS = 1_000;

/** A year in which nothing was treated, with the section of each ending as its article names it. */
const year = makeYear({ seed: 'nothing happens', size: 20_000, treated: 0, untreated: 80 }).endings;
const sections = [...new Set(year.map((ending) => ending.articleId ?? ''))];

function demandOf(endings: readonly Ending[], inside: ReadonlySet<string>, go: number, effect: () => boolean) {
  const all = new Map<string, OrganizationDemand>();
  for (const { openedAt, organizationId, articleId } of endings) {
    if (Math.abs(openedAt - go) > PILOT_DAYS * DAY_MS) continue;
    const id = organizationId ?? '';
    const one = all.get(id) ?? {
      organization: id,
      before: { inside: 0, outside: 0 },
      after: { inside: 0, outside: 0 },
    };
    const [when, where] = [
      openedAt < go ? 'before' : 'after',
      inside.has(articleId ?? '') ? 'inside' : 'outside',
    ] as const;
    if (when === 'before' || where === 'outside' || effect()) one[when][where] += 1;
    all.set(id, one);
  }
  return [...all.values()];
}

/** One pilot at a random time, of two random sections, with a random half of the organizations that asked then. */
function pilot(random: () => number, kept: number) {
  const go = YEAR_START + PILOT_DAYS * DAY_MS + random() * (YEAR_END - YEAR_START - 2 * PILOT_DAYS * DAY_MS);
  const inside = new Set([0, 1].map(() => sections[Math.floor(random() * sections.length)] ?? ''));
  const asked = demandOf(year, inside, go, () => kept === 1 || random() < kept);
  const drawn = asked.filter(() => random() < 0.5);
  return { drawn, change: demandChange(drawn) };
}

describe('a pilot', () => {
  it('alarms in at most one of twenty A/A pilots, whatever is compared and when', () => {
    const random = createRandom('a/a pilots').next;
    const alarms = Array.from({ length: PILOTS }, () => pilot(random, 1)).filter(({ change }) => change?.isClear);
    expect(alarms.length).toBeLessThanOrEqual(PILOTS * 0.05);
    expect(alarms.length).toBeGreaterThan(PILOTS * 0.01);
  });

  it('finds an effect of the size that it said it could find, about four times in five', () => {
    const random = createRandom('effects').next;
    let [found, tried] = [0, 0];
    for (let n = 0; n < 200; n++) {
      const { drawn } = pilot(random, 1);
      const smallest = smallestEffect(drawn.map((one) => one.before).filter((one) => one.inside + one.outside > 0));
      if (smallest === null) continue;
      const { change } = pilot(random, 1 - smallest);
      tried += 1;
      found += Number((change?.isClear ?? false) && (change?.ratio ?? 1) < 1);
    }
    expect(tried).toBeGreaterThan(150);
    expect(found / tried).toBeGreaterThan(0.6);
    expect(found / tried).toBeLessThan(0.97);
  });
});
