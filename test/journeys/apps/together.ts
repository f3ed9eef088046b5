import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Queue } from '../../../shared/console/review.ts';
import { axeClean } from '../harness/axe.ts';
import type { Desk } from '../harness/desk.ts';
import { settled } from './looks.ts';

/** The desk's few decisions are of different kinds: the page is told that they are alike, and what it asks then is real. */
async function alike(route: Route): Promise<void> {
  const response = await route.fetch();
  const queue = (await response.json()) as Queue;
  const items = queue.items.map((item) => (item.state === 'in_review' ? { ...item, batch: 'alike' } : item));
  await route.fulfill({ response, json: { ...queue, items } });
}

/** A lead decides several that are alike. */
export function togetherJourneys(desk: () => Desk): void {
  describe('a lead with equal decisions', () => {
    it('rejects them together for one reason, and takes the lot back', async () => {
      const { app, leave } = await desk().openConsole({
        who: 'lead',
        before: (context) => context.route('**/app/console/review', alike),
      });
      const ids = (await desk().knowledge.waiting()).flatMap(({ fix }) => (fix.state === 'in_review' ? [fix.id] : []));
      const states = async () =>
        (await desk().knowledge.fixes()).filter((fix) => ids.includes(fix.id)).map((fix) => fix.state);
      expect(ids.length).toBeGreaterThanOrEqual(2);
      await app.getByRole('link', { name: 'Review' }).click();
      await app.getByRole('button', { name: new RegExp(`^${ids.length} alike`) }).click();
      const dialog = app.getByRole('dialog');
      await dialog.getByRole('button', { name: `Reject ${ids.length}` }).click();
      await dialog.getByRole('button', { name: 'Not for customers' }).waitFor();
      await axeClean(app);
      await dialog.getByRole('button', { name: 'Not for customers' }).click();
      await app.getByText(`${ids.length} rejected`).waitFor();
      await dialog.waitFor({ state: 'detached' });
      expect(new Set(await states())).toEqual(new Set(['rejected']));
      await app.getByRole('button', { name: 'Undo (u)' }).click();
      await app.getByText(`${ids.length} taken back: they wait for a decision again`).waitFor();
      await expect.poll(async () => new Set(await states())).toEqual(new Set(['in_review']));
      await settled(app);
      await leave();
    });
  });
}
