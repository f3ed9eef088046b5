import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, PATIENCE_MS, startDesk } from './harness/desk.ts';

describe('the last decision of a queue', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk?.close());

  const openId = (app: Frame) => app.evaluate(() => decodeURIComponent(location.hash.split('/')[2] ?? ''));
  const stateOf = async (id: string) => (await desk.knowledge.fixes()).find((fix) => fix.id === id)?.state;

  it('leaves words that nothing waits, and `u` brings it back with its buttons', async () => {
    const all = (await desk.knowledge.waiting()).map(({ fix }) => fix);
    for (const { id, patchHash, baseHash } of all.slice(1)) {
      const body = { actor: 'somebody else', patchHash, baseHash, reason: 'no' };
      await desk.stage.mend.api(`/tenants/${desk.stage.tenant}/fixes/${id}/reject`, { method: 'POST', body });
    }
    const { app, page, leave } = await desk.openConsole({ who: 'lead' });
    await app.evaluate(() => location.assign('#/review'));
    await app.locator('article h2').waitFor();
    const last = await openId(app);
    await page.keyboard.press('r');
    await app.getByLabel('Why not?').fill('we know this');
    await page.keyboard.press('Control+Enter');
    await app.getByText('Nothing waits for a decision').waitFor();
    await page.keyboard.press('u');
    await app.getByRole('button', { name: 'Reject' }).first().waitFor();
    expect([last, await stateOf(last)]).toEqual([all[0]?.id, all[0]?.state]);
    await expect.poll(() => openId(app), { timeout: PATIENCE_MS }).toBe(last);
    expect(await app.getByRole('alert').count()).toBe(0);
    await leave();
  });
});
