import type { StoredFix } from '../../../shared/gap.ts';
import { blocksOf } from '../html/blocks.ts';
import { redact } from '../redact/redact.ts';
import { idOf } from '../text/hash.ts';

const MAX_TITLE_CHARS = 200;
const NOBODY = { names: [], emails: [], phones: [] };

/** What a bug report says, for a tracker: headings with their entries, none of which holds personal data. */
export interface ReportText {
  title: string;
  parts: { heading: string; items: string[] }[];
}

/** The key under which a report is filed once and found again: letters and digits alone. */
export function reportKey(tenant: string, gapId: string): string {
  return idOf(tenant, 'report', gapId).replace(/[^A-Za-z0-9]/g, '');
}

/** The report of a fix as it was approved; what rules recognise as personal is left out once more, with the entry that holds it. */
export function reportText(fix: Pick<StoredFix, 'title' | 'bodyHtml'>): ReportText {
  const parts: ReportText['parts'] = [];
  for (const { tag, text } of blocksOf(fix.bodyHtml)) {
    const said = text.replace(/\s+/g, ' ').trim();
    if (said === '') continue;
    if (/^h[1-6]$/.test(tag)) parts.push({ heading: said, items: [] });
    else if (redact(said, NOBODY).kinds.length === 0) {
      if (parts.length === 0) parts.push({ heading: fix.title, items: [] });
      parts.at(-1)?.items.push(said);
    }
  }
  const title = redact(fix.title, NOBODY).text.slice(0, MAX_TITLE_CHARS);
  return { title, parts: parts.filter(({ items }) => items.length > 0) };
}

/** Who is hit, as a part of a report: how many conversations and organizations, and what the product told of them. */
export function countsPart(counts: {
  conversations: number;
  organizations: number;
  versions: readonly [string, number][];
  tiers: readonly [string, number][];
}): ReportText['parts'][number] {
  const by = (name: string, rows: readonly [string, number][]) =>
    rows.length === 0 ? [] : [`${name}: ${rows.map(([key, n]) => `${key} (${n})`).join(', ')}`];
  return {
    heading: 'Reported so far',
    items: [
      `${counts.conversations} conversations of ${counts.organizations} organizations`,
      ...by('Versions', counts.versions),
      ...by('Plans', counts.tiers),
    ],
  };
}
