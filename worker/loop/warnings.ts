import type { StoredFix } from '../../shared/gap.ts';
import { CONTENT_BLOCKS_WARNING, mayHoldContentBlocks } from '../core/content-blocks.ts';
import { articlesOf } from './places.ts';
import type { Ports } from './ports.ts';

/** What a person should know before they approve a fix, in sentences; empty where there is nothing. */
export async function warningsOf(ports: Ports, tenant: string, fix: StoredFix): Promise<string[]> {
  const { contentBlocks } = await ports.tenants.policy(tenant);
  const vendor = (await ports.tenants.find(tenant))?.vendor ?? 'zendesk';
  const [also, outdated] = [fix.also?.length ?? 0, fix.outdated ?? []];
  const locales = [...new Set(outdated.map(({ locale }) => locale))].join(', ');
  return [
    ...(mayHoldContentBlocks(vendor, fix.kind, articlesOf(fix), contentBlocks) ? [CONTENT_BLOCKS_WARNING] : []),
    ...(also > 0 ? [`It changes ${also + 1} texts: all of them, or none.`] : []),
    ...(locales === '' ? [] : [`These translations state the same and are not changed: ${locales}.`]),
  ];
}
