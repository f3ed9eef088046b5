import type { StoredFix } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { picturesIn } from '../../core/change/proposal.ts';
import { mayHoldContentBlocks } from '../../core/html/content-blocks.ts';
import type { Ports } from '../ports/ports.ts';
import { MACROS_A_FIX } from '../propose/companions.ts';
import { becomesMacro } from '../publish/save-reply.ts';
import { articlesOf } from '../publish/target-text.ts';

/** What a person should know before they approve a fix; empty where there is nothing. */
export async function warningsOf(
  ports: Pick<Ports, 'helpdesk' | 'tenants'>,
  tenant: string,
  fix: StoredFix,
): Promise<Said[]> {
  const { contentBlocks } = await ports.tenants.policy(tenant);
  const vendor = (await ports.tenants.find(tenant))?.vendor ?? 'zendesk';
  const also = (fix.also?.length ?? 0) + (fix.macros?.length ?? 0);
  const outdated = fix.outdated ?? [];
  const pictures = fix.note && fix.baseHtml !== null ? picturesIn(fix.baseHtml) : 0;
  const locales = [...new Set(outdated.map(({ locale }) => locale))];
  const isReply = fix.kind === 'reply_template';
  return [
    ...(isReply ? [(await becomesMacro(ports, tenant, fix)) ? say('warn.macro') : say('warn.noMacro')] : []),
    ...(mayHoldContentBlocks(vendor, fix.kind, articlesOf(fix), contentBlocks) ? [say('warn.blocks')] : []),
    ...(fix.evidenceLeft ? [say('warn.evidenceLeft', { count: fix.evidenceLeft })] : []),
    ...(pictures > 0 ? [say('warn.pictures', { count: pictures })] : []),
    ...(also > 0 ? [say('warn.texts', { count: also + 1 })] : []),
    ...((fix.macros?.length ?? 0) === MACROS_A_FIX ? [say('warn.moreMacros')] : []),
    ...(locales.length === 0 ? [] : [say('warn.locales', { locales: { all: locales } })]),
  ];
}
