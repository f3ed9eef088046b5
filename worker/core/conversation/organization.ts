import mailProviders from 'email-providers/all.json' with { type: 'json' };
import type { RawConversation } from './helpdesk-conversation.ts';

/** Domains under which anyone gets an address: they say nothing of a company. A provider that is missing only lowers counts. */
const FREE_MAIL: ReadonlySet<string> = new Set(mailProviders);

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

/** What no vendor's id begins with: a domain is hashed like a person, since it may be one person's own. */
const DOMAIN = '@';

/**
 * The organization that a conversation's requester counts for: the helpdesk's organization by its id, else the domain of the
 * requester's address (`@acme.example`), else null (each such person stands alone). Free-mail domains count as none. What
 * begins with `@` is personal data and is stored as a keyed hash alone.
 */
export function organizationKeyOf(raw: Pick<RawConversation, 'organization' | 'requester'>): string | null {
  if (raw.organization?.id) return raw.organization.id;
  const domain = domainOf(raw.requester.email ?? '');
  return domain === null || isFreeMail(domain) ? null : `${DOMAIN}${domain}`;
}

/** The key of a company by its domain, as its customers' addresses give it; null for free mail and what is no domain. */
export function domainKeyOf(domain: string): string | null {
  const read = domainOf(`@${domain}`);
  return read === null || isFreeMail(read) ? null : `${DOMAIN}${read}`;
}

/** Whether an organization's key is a domain, which is stored as a hash. */
export function isDomainKey(key: string): boolean {
  return key.startsWith(DOMAIN);
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
  return FREE_MAIL.has(domain) || FREE_MAIL_NAMES.has(domain.split('.', 1)[0] ?? '');
}
