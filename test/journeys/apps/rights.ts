import { describe, expect, it } from 'vitest';
import { axeClean } from '../harness/axe.ts';
import type { Desk } from '../harness/desk.ts';
import { settled } from './looks.ts';

/** Who may do what, as the helpdesk says. */
export function rightsJourneys(desk: () => Desk): void {
  describe('as the helpdesk’s roles say', () => {
    it('an agent may look at what waits and decides nothing', async () => {
      const { page, app, leave } = await desk().openConsole({ who: 'agent' });
      await app.getByRole('link', { name: 'Review' }).click();
      await app.getByText('You may look; a lead decides.').waitFor();
      expect(await app.getByRole('button', { name: 'Approve' }).count()).toBe(0);
      await page.keyboard.press('a');
      await settled(app);
      expect((await desk().knowledge.waiting()).length).toBeGreaterThanOrEqual(2);
      await leave();
    });

    it('a light agent sees the ticket’s advice and writes notes', async () => {
      const { page, app, leave } = await desk().openTicket({ who: 'light' });
      await app.getByText('No article covers this.').waitFor();
      await app.getByRole('button', { name: 'Insert', exact: true }).click();
      await app.getByText('Inserted. Edit it as you like.').waitFor();
      expect(await page.getByRole('textbox', { name: 'Internal note' }).innerText()).not.toBe('');
      await leave();
    });

    it('an admin says who decides, and goes anywhere by some letters', async () => {
      const agent = await desk().openConsole({ who: 'agent' });
      await agent.app.getByRole('heading', { name: 'Overview' }).waitFor();
      await agent.leave();
      const { page, app, leave } = await desk().openConsole({ who: 'admin' });
      await app.getByRole('heading', { name: 'Overview' }).click();
      await page.keyboard.press('Control+k');
      await app.getByRole('dialog').getByRole('textbox').fill('poli');
      await axeClean(app);
      await page.keyboard.press('Enter');
      await app.getByRole('heading', { name: 'Who decides' }).waitFor();
      const ines = app.getByLabel(/^What Ines.* counts as$/);
      await ines.selectOption('lead');
      await expect.poll(async () => Object.values((await policyOf(desk())).roles)).toEqual(['lead']);
      await axeClean(app);
      await ines.selectOption('');
      await expect.poll(async () => Object.values((await policyOf(desk())).roles)).toEqual([]);
      await leave();
    });

    it('an admin stops all publishing and lets it go on; a lead may only look', async () => {
      const lead = await desk().openConsole({ who: 'lead' });
      await lead.app.getByRole('link', { name: 'Policy' }).click();
      await lead.app.getByText('You may look; an admin changes it.').waitFor();
      await lead.leave();

      const { app, leave } = await desk().openConsole({ who: 'admin' });
      await app.getByRole('link', { name: 'Policy' }).click();
      await app.getByText('Approved changes are published').waitFor();
      await axeClean(app);
      await app.getByRole('button', { name: 'Stop publishing' }).click();
      await app.getByText('Publishing is stopped').first().waitFor();
      await app.getByLabel('It is stopped. Why?').fill('Trying it out');
      await app.getByRole('button', { name: 'Tell the others' }).click();
      await app.getByLabel('It is stopped. Why?').waitFor({ state: 'detached' });
      const dialog = app.getByRole('dialog');
      await app.getByRole('button', { name: 'Let publishing go on' }).click();
      await dialog.getByRole('textbox').fill('Tried');
      await dialog.getByRole('button', { name: 'Let publishing go on' }).click();
      await app.getByText('Approved changes are published').waitFor();
      await leave();
    });
  });
}

/** What the account's policy says by now. */
async function policyOf({ stage }: Desk): Promise<{ roles: Record<string, string> }> {
  const account = (await stage.mend.api(`/tenants/${stage.tenant}`)) as { policy: { roles: Record<string, string> } };
  return account.policy;
}
