import { z } from 'zod';
import type { Article } from '../../../shared/article.ts';
import type { Desk } from '../../core/conversation/prepare.ts';
import { languageOfLocale } from '../../core/language/locale.ts';
import { isTeachable } from '../../core/learning/fold.ts';
import { namedByArticles } from '../../core/redact/named-by-articles.ts';
import type { Ports } from '../ports/ports.ts';

/** Names kept of a tenant's articles. Source: stated default; with 40 letters each it stays a small row. */
const MAX_NAMES = 1_500;

const NAME = 'desk';
const deskSchema = z.object({ languages: z.array(z.string()), named: z.array(z.string()) });

/** Stores what the tenant's articles say of it, for whoever reads its conversations. Drafts and restricted ones say nothing. */
export async function keepDesk(
  ports: Pick<Ports, 'cursors'>,
  tenant: string,
  articles: readonly Article[],
): Promise<void> {
  const open = articles.filter(isTeachable);
  const languages = [...new Set(open.map(({ locale }) => languageOfLocale(locale)))].sort();
  const value = JSON.stringify({ languages, named: namedByArticles(open, MAX_NAMES) });
  if ((await ports.cursors.get(tenant, NAME)) !== value) await ports.cursors.set(tenant, NAME, value);
}

/** Whether the tenant's articles were ever asked. */
export async function isDeskKnown(ports: Pick<Ports, 'cursors'>, tenant: string): Promise<boolean> {
  return (await ports.cursors.get(tenant, NAME)) !== null;
}

/** What the tenant's articles said of it at the last refresh; nothing before the first one. */
export async function deskOf(ports: Pick<Ports, 'cursors' | 'tenants'>, tenant: string): Promise<Desk> {
  const locale = (await ports.tenants.find(tenant))?.locale ?? 'en';
  const stored = await ports.cursors.get(tenant, NAME);
  return { locale, ...(stored ? deskSchema.parse(JSON.parse(stored)) : { languages: [], named: [] }) };
}
