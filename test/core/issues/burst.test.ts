import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../shared/time.ts';
import { burstOf } from '../../../worker/core/issues/burst.ts';
import { emptyIssue } from '../../../worker/core/issues/members.ts';
import { emptyLearned, type Learned, type Member } from '../../../worker/core/learned/state.ts';
import { seeded } from '../random.ts';

function came(learned: Learned, id: string, at: number, person: number): void {
  const issue = learned.issues.get(id) ?? emptyIssue(id, null);
  learned.issues.set(id, issue);
  const counts = !issue.people.includes(person);
  issue.members.push({ conversationId: `${id}-${at}-${person}`, person, at, counts } as Member);
  if (issue.members.length > 48) issue.members.shift();
  issue.lastAt = Math.max(issue.lastAt, at);
  if (!counts) return;
  issue.people.push(person);
  issue.counted++;
}

/** `days` of a tenant with twenty issues of unequal size, busier by day; calls `seen` after each conversation. */
function lived(
  days: number,
  perDay: number,
  seed: number,
  seen: (learned: Learned, id: string, at: number) => void,
): Learned {
  const random = seeded(seed);
  const learned = emptyLearned();
  let person = 0;
  for (let hour = 0; hour < days * 24; hour++) {
    const busy = 1 + 0.9 * Math.sin((2 * Math.PI * hour) / 24);
    const n = Math.floor((perDay / 24) * busy + random());
    const times = Array.from({ length: n }, () => hour * HOUR_MS + random() * HOUR_MS).sort((a, b) => a - b);
    for (const at of times) {
      const id = `issue-${Math.floor(20 * random() ** 2)}`;
      came(learned, id, at, ++person);
      seen(learned, id, at);
    }
  }
  return learned;
}

describe('a burst', () => {
  it.each([1, 2, 3])('is told of no ordinary month, busy mornings and all (seed %i)', (seed) => {
    const told: string[] = [];
    lived(30, 80, seed, (learned, id, at) => {
      if (burstOf(learned, learned.issues.get(id)!, at)) told.push(`${id} ${at}`);
    });
    expect(told).toEqual([]);
  });

  it('of a new issue is told from its fifth organization within the hour, with since, count and baseline', () => {
    const learned = lived(10, 80, 4, () => {});
    const start = 10 * 24 * HOUR_MS;
    const told = [0, 1, 2, 3, 4, 5].map((n) => {
      came(learned, 'new', start + n * 600_000, 1_000_000 + n);
      return burstOf(learned, learned.issues.get('new')!, start + n * 600_000);
    });
    expect(told.slice(0, 4)).toEqual([null, null, null, null]);
    expect(told[4]).toMatchObject({ since: start, count: 5 });
    expect(told[4]!.baseline).toBeLessThan(0.2);
    expect(told[4]!.conversationIds).toHaveLength(5);
  });

  it('of a known issue needs to be far above its own share, and is over a day after its last customer', () => {
    const learned = lived(20, 80, 5, () => {});
    const start = 20 * 24 * HOUR_MS;
    for (let n = 0; n < 20; n++) came(learned, 'issue-10', start + n * 60_000, 2_000_000 + n);
    const end = start + 19 * 60_000;
    expect(burstOf(learned, learned.issues.get('issue-10')!, end)?.count).toBeGreaterThanOrEqual(12);
    expect(burstOf(learned, learned.issues.get('issue-10')!, end + 25 * HOUR_MS)).toBeNull();
  });

  it('of one organization that writes on and on is none', () => {
    const learned = lived(5, 80, 6, () => {});
    for (let n = 0; n < 30; n++) came(learned, 'new', 5 * 24 * HOUR_MS + n * 1000, 7);
    expect(burstOf(learned, learned.issues.get('new')!, 5 * 24 * HOUR_MS + 30_000)).toBeNull();
  });

  it('of a tenant that has no past yet is none', () => {
    const learned = emptyLearned();
    for (let n = 0; n < 6; n++) came(learned, 'first', n * 1000, n);
    expect(burstOf(learned, learned.issues.get('first')!, 6_000)).toBeNull();
  });
});
