import { DAY_MS } from '../../../shared/time.ts';
import type { Intercom } from '../../sandbox/intercom/driver.ts';
import type { Zendesk } from '../../sandbox/zendesk/driver.ts';

export const QUESTIONS = 4;

/** A help center of one article, and a question that was asked and answered on each of the last days. */
export function seedZendesk(zendesk: Zendesk, now: number): void {
  const section = zendesk.addSection({ name: 'Guides' });
  zendesk.addArticle({ section, title: 'Export a report', body: '<p>Open Reports and press Export.</p>' });
  const agent = zendesk.addUser({ name: 'Mia', role: 'agent' });
  for (let i = 0; i < QUESTIONS; i++) {
    const at = now - (i + 1) * DAY_MS;
    const requester = zendesk.addUser({ name: `Customer ${i}`, email: `c${i}@org${i}.example`, at });
    const ticket = zendesk.openTicket({ requester, subject: 'Export', comment: 'How do I export my report?', at });
    const body = 'Open Reports, then press Export at the top right.';
    zendesk.addComment({ ticket, author: agent, body, at: at + 60_000 });
    zendesk.setStatus({ ticket, status: 'solved', by: agent, at: at + 120_000 });
  }
}

export function seedIntercom(intercom: Intercom): void {
  intercom.addArticle({ title: 'Export a report', body: '<p>Open Reports and press Export.</p>' });
}

/** Follows a sign-in as a browser would: Mend's start, the vendor's page of consent, Mend's callback. */
export async function signIn(url: string, vendor: string, query: string) {
  const begun = await fetch(`${url}/oauth/${vendor}/start?${query}`, { redirect: 'manual' });
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const consent = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  const back = consent.headers.get('location') ?? '';
  return { begun, cookie, back, come: (sent = cookie) => comeBack(back, sent) };
}

/** What Mend answers to who comes back from the vendor with this cookie. */
export async function comeBack(url: string, cookie: string) {
  const response = await fetch(url, { headers: { accept: 'application/json', cookie } });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}
