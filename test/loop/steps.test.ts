import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loopMessageSchema } from '../../worker/loop/ports/messages.ts';
import { steps } from '../../worker/loop/steps.ts';

const LOOP = readFileSync(join(import.meta.dirname, '../../docs/loop.md'), 'utf8');

it('the paper on the loop tells the steps that there are, and no others', () => {
  const [, table = ''] = /^## The steps\n([\s\S]*?)^## /m.exec(LOOP) ?? [];
  const told = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual(Object.keys(steps).sort());
});

it('a row that an earlier version stored under another name is worked as what it is called now', () => {
  const stored = { type: 'heed', at: 5, outcomeId: 'o' };
  expect(loopMessageSchema.parse(stored)).toEqual({ type: 'apply_outcome', at: 5, outcomeId: 'o' });
  expect(loopMessageSchema.safeParse({ type: 'nothing of ours', at: 5 }).success).toBe(false);
});
