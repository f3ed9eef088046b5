import type { Stage } from './stage.ts';

/** Somebody who has not asked yet, about what many asked before. */
const QUESTION = {
  customer: 'karin.aberg',
  subject: 'Shifts in Outlook?',
  text:
    'Hello,\n\nI read in your newsletter that our shifts can be shown in Google Calendar or Outlook now. ' +
    'I can not find the calendar feed anywhere in the help center. How do I set it up?\n\nThank you,\nKarin',
};

/** Opens the ticket that a person at the page begins with: new, unanswered, and read by the worker. Answers its id. */
export async function openLandingTicket({ zendesk, helpdesk, mend, tenant, now }: Stage): Promise<number> {
  const requester = helpdesk.customers.get(QUESTION.customer);
  if (requester === undefined) throw new Error(`nobody is called ${QUESTION.customer}`);
  const { subject, text: comment } = QUESTION;
  const { id } = zendesk.openTicket({ requester, subject, comment, channel: 'email', at: now() });
  await zendesk.flushWebhooks();
  await mend.untilIdle(tenant);
  return id;
}
