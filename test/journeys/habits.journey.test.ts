import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeClean } from './harness/axe.ts';
import { type Desk, PATIENCE_MS, startDesk } from './harness/desk.ts';

const DONE_MS = 60_000;

describe('questions that land with the wrong team', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk({
      takesPlace: ({ articleKey }) => articleKey === 'invoices' || articleKey === 'roles-and-permissions',
      isEnough: async (_, known) => (await known.waiting()).some(({ fix }) => fix.kind === 'routing_rule'),
    });
  });
  afterAll(() => desk?.close());

  const rule = async () => (await desk.knowledge.fixes()).find(({ kind }) => kind === 'routing_rule');

  it('are a rule in words that a lead carries out and marks as done', async () => {
    const { app, leave } = await desk.openConsole({ who: 'lead' });
    const fix = await rule();
    await app.evaluate((hash) => location.assign(hash), `#/review/${fix?.id}`);
    await app.getByText('then assign it to: Billing').waitFor({ timeout: PATIENCE_MS });
    await app.getByText(/conversations were handed on to another team/).waitFor();
    await app.getByText(/came to Support and were handed on to Billing/).waitFor();
    await app.getByText(/In Zendesk: Admin Center/).waitFor();
    await axeClean(app);
    await app.getByRole('button', { name: 'Copy the text' }).click();
    await app.getByText('Copied', { exact: true }).waitFor();
    await app.getByRole('button', { name: 'Mark as done' }).click();
    await expect.poll(async () => (await rule())?.state, { timeout: DONE_MS }).toBe('published');
    await leave();
  });
});
