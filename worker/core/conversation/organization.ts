import type { RawConversation } from './helpdesk-conversation.ts';

/**
 * Domains under which anyone gets an address: they say nothing of a company. Written from the public sign-up pages of
 * the largest mail providers; a provider that is missing makes its users one organization, which only lowers counts.
 */
export const FREE_MAIL_DOMAINS: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com icloud.com me.com
  mac.com aol.com proton.me protonmail.com pm.me tutanota.com tuta.io gmx.com gmx.net gmx.de gmx.at gmx.ch web.de t-online.de
  freenet.de mail.com mail.ru yandex.ru yandex.com zoho.com fastmail.com hey.com hushmail.com inbox.com qq.com 163.com 126.com
  sina.com naver.com hanmail.net daum.net rediffmail.com libero.it virgilio.it tiscali.it orange.fr wanadoo.fr free.fr
  laposte.net sfr.fr uol.com.br bol.com.br terra.com.br seznam.cz wp.pl onet.pl o2.pl interia.pl abv.bg ukr.net comcast.net
  verizon.net att.net sbcglobal.net cox.net bellsouth.net btinternet.com sky.com virginmedia.com talktalk.net bigpond.com
  optusnet.com.au shaw.ca rogers.com sympatico.ca duck.com privaterelay.appleid.com users.noreply.github.com`.split(
    /\s+/,
  ),
);

/** Providers that give one name under many countries' domains (`hotmail.co.uk`, `yahoo.fr`). */
const FREE_MAIL_NAMES: ReadonlySet<string> = new Set([
  'gmail',
  'hotmail',
  'live',
  'outlook',
  'yahoo',
  'ymail',
  'aol',
  'gmx',
]);

/**
 * The organization that a conversation's requester counts for: the helpdesk's organization, else the company domain of
 * the requester's address in lower case, else null (each such person stands alone). Free-mail domains count as none.
 */
export function organizationKeyOf(raw: Pick<RawConversation, 'organization' | 'requester'>): string | null {
  if (raw.organization?.id) return raw.organization.id;
  const domain = domainOf(raw.requester.email ?? '');
  return domain === null || isFreeMail(domain) ? null : domain;
}

function domainOf(email: string): string | null {
  const domain = email
    .slice(email.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()
    .replace(/\.$/, '');
  return email.includes('@') && /^[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,8}$/.test(domain) ? domain : null;
}

function isFreeMail(domain: string): boolean {
  return FREE_MAIL_DOMAINS.has(domain) || FREE_MAIL_NAMES.has(domain.split('.', 1)[0] ?? '');
}
