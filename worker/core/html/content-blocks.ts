import type { FixKind } from '../../../shared/fix.ts';
import type { ContentBlocks } from '../../../shared/policy.ts';
import type { Vendor } from '../../../shared/tenant.ts';

/**
 * Whether a write may meet content blocks: it writes the body of an article at Zendesk, whose API turns them into plain
 * text and doesn't show them, and nobody has attested that these articles hold none. Source: Zendesk, "Content blocks". Intercom
 * has none; search words and new articles touch no body that stands.
 */
export function mayHoldContentBlocks(
  vendor: Vendor,
  kind: FixKind,
  articleIds: readonly string[],
  attested: ContentBlocks,
): boolean {
  if (vendor !== 'zendesk' || kind !== 'article_patch' || attested.attested === 'none') return false;
  if (attested.attested === 'nothing') return true;
  return !articleIds.every((id) => attested.articleIds.includes(id));
}
