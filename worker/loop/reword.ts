import type { Article } from '../../shared/article.ts';
import type { Fix, FixKind } from '../../shared/fix.ts';
import type { Gap, StoredFix } from '../../shared/gap.ts';
import { ground } from '../core/grounding.ts';
import type { Ports } from './ports.ts';
import type { RewordInput } from './writer.ts';

/** What customers read anew: search terms leave the text as it is, and what the team gets stays as it was said. */
const WORDED: readonly FixKind[] = ['new_article', 'article_patch', 'reply_template'];

/** What a fix says of its wording where a model answered, and too little of the answer may stand. */
const UNGROUNDED = 'ungrounded';

/**
 * The builtin draft in the words of the model, where one is set and as far as code lets its words stand; else the
 * builtin draft. Wordings of an earlier fix of the gap are used again, so that a draft that hardly moved costs no call.
 * Throws RetryLater while waiting for the model may help.
 */
export async function reword(
  ports: Pick<Ports, 'writer'>,
  tenant: string,
  gap: Pick<Gap, 'language'>,
  fix: Fix,
  base: Article | null,
  earlier: readonly StoredFix[],
): Promise<{ fix: Fix; writer: StoredFix['writer'] }> {
  if (!ports.writer || !WORDED.includes(fix.kind)) return { fix, writer: null };
  const known = knownOf(earlier);
  const written = await ports.writer.reword(tenant, {
    kind: fix.kind,
    title: fix.title,
    bodyHtml: fix.bodyHtml,
    quotes: fix.evidence,
    base: base && { title: base.title, bodyHtml: base.bodyHtml },
    language: gap.language,
    ...(known ? { known } : {}),
  });
  const { model, request } = written;
  if (written.outcome === 'builtin') return { fix, writer: { model, request, why: written.why, wordings: [] } };
  const grounded = ground(fix, written.value, fix.evidence, base);
  const why = grounded.isReworded ? null : UNGROUNDED;
  return { fix: grounded.fix, writer: { model, request, why, wordings: grounded.wordings } };
}

/** Title and wordings of the newest earlier fix that a model worded. */
function knownOf(earlier: readonly StoredFix[]): RewordInput['known'] | null {
  const worded = earlier.filter((fix) => (fix.writer?.wordings.length ?? 0) > 0);
  const newest = worded.toSorted((a, b) => a.createdAt - b.createdAt).at(-1);
  return newest?.writer ? { title: newest.title, wordings: newest.writer.wordings } : null;
}
