import { expect, it } from 'vitest';
import type { Finding } from '../../../worker/core/learned/finding.ts';
import { gapOf } from '../../../worker/loop/observe/open-gap.ts';
import { anEntry, anObservation } from '../../contracts/examples.ts';
import { createWorld, TENANT } from '../world/world.ts';

it('a gap changes its title once at most, whatever its finding is called later', async () => {
  const { ports } = await createWorld();
  const finding: Finding = {
    ...{ key: 'k', cause: 'missing', issueId: 'i', articleId: null, title: 'Export' },
    ...{ conversationIds: ['a'], statistics: {} },
  };
  const titles: string[] = [];
  for (const [n, title] of ['Export', 'Export', 'Export wages', 'Wages', 'Export'].entries()) {
    const gap = await gapOf(ports, TENANT, { ...finding, title }, 'en', n);
    titles.push(gap.title);
    await ports.observations.record(TENANT, {
      observation: anObservation('a'),
      conversation: null,
      entries: [anEntry(n + 1, `unknown${n}`)],
      gaps: [gap],
    });
  }
  expect(titles).toEqual(['Export', 'Export', 'Export wages', 'Export wages', 'Export wages']);
});
