import type { StoredFix } from '../../../shared/gap.ts';
import { CONTENT_BLOCKS_WARNING, mayHoldContentBlocks } from '../../core/html/content-blocks.ts';
import type { Ports } from '../ports/ports.ts';
import { MACROS_A_FIX } from '../propose/companions.ts';
import { becomesMacro } from '../publish/save-reply.ts';
import { articlesOf } from '../publish/target-text.ts';

const SAVED_AS_MACRO = 'Approving saves it as a macro that every agent of the account can use. Undo deletes it again.';
const SAVED_BY_HAND =
  'This helpdesk lets no program save macros. Copy the text and save it as a macro yourself; approving says that it is done.';

const MORE_MACROS = 'It changes as many macros as one change may hold: others may still say what was.';

/** What a person should know before they approve a fix, in sentences; empty where there is nothing. */
export async function warningsOf(ports: Ports, tenant: string, fix: StoredFix): Promise<string[]> {
  const { contentBlocks } = await ports.tenants.policy(tenant);
  const vendor = (await ports.tenants.find(tenant))?.vendor ?? 'zendesk';
  const also = (fix.also?.length ?? 0) + (fix.macros?.length ?? 0);
  const outdated = fix.outdated ?? [];
  const locales = [...new Set(outdated.map(({ locale }) => locale))].join(', ');
  const isReply = fix.kind === 'reply_template';
  return [
    ...(isReply ? [(await becomesMacro(ports, tenant, fix)) ? SAVED_AS_MACRO : SAVED_BY_HAND] : []),
    ...(mayHoldContentBlocks(vendor, fix.kind, articlesOf(fix), contentBlocks) ? [CONTENT_BLOCKS_WARNING] : []),
    ...(also > 0 ? [`It changes ${also + 1} texts: all of them, or none.`] : []),
    ...((fix.macros?.length ?? 0) === MACROS_A_FIX ? [MORE_MACROS] : []),
    ...(locales === '' ? [] : [`These translations state the same and are not changed: ${locales}.`]),
  ];
}
