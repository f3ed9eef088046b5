import type { Article } from '../../../shared/article.ts';
import type { Fix, FixKind } from '../../../shared/fix.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { ground, groundTitle } from '../../core/grounding/ground.ts';
import { plainText } from '../../core/html/plain.ts';
import type { Ports } from '../ports/ports.ts';
import type { RewordInput } from '../ports/writer.ts';

/** What customers read anew: search terms leave the text as it is. */
const WORDED: readonly FixKind[] = ['new_article', 'article_patch'];

/** What the team gets stays as it was said, under a name that can be read. */
const NAMED: readonly FixKind[] = ['bug_report', 'routing_rule', 'reply_template'];

/** What a fix says of its wording where a model answered, and too little of the answer may stand. */
const UNGROUNDED = 'ungrounded';

/** Drafts of one gap for which the model answered nothing that may stand; then it is not asked for that gap again. */
const MAX_REFUSED_DRAFTS = 2;
const GIVEN_UP = 'given_up';
/** Declines that say something of the endpoint and nothing of the draft. */
const NO_ANSWER: readonly string[] = ['unreachable', 'misconfigured', 'too_large', 'nothing', GIVEN_UP];

/**
 * The builtin draft in the words of the model, where one is set and as far as code lets its words stand; else the
 * builtin draft. Wordings of an earlier fix of the gap are used again, so that a draft that hardly moved costs no call.
 * Throws RetryLater while waiting for the model may help.
 */
export async function reword(
  ports: Pick<Ports, 'writer'>,
  tenant: string,
  as: { language: string; voice: string },
  fix: Fix,
  base: Article | null,
  earlier: readonly StoredFix[],
): Promise<{ fix: Fix; writer: StoredFix['writer'] }> {
  if (!ports.writer) return { fix, writer: null };
  if (NAMED.includes(fix.kind)) return named(ports.writer, tenant, fix, earlier);
  if (!WORDED.includes(fix.kind)) return { fix, writer: null };
  const known = knownOf(earlier);
  if (!known && refusedOf(earlier) >= MAX_REFUSED_DRAFTS)
    return { fix, writer: { model: ports.writer.model, request: '', why: GIVEN_UP, wordings: [] } };
  const written = await ports.writer.reword(tenant, {
    kind: fix.kind,
    title: fix.title,
    bodyHtml: fix.bodyHtml,
    quotes: fix.evidence,
    base: base && { title: base.title, bodyHtml: base.bodyHtml },
    language: as.language,
    ...(as.voice === '' ? {} : { voice: as.voice }),
    ...(known ? { known } : {}),
  });
  const { model, request } = written;
  if (written.outcome === 'builtin') return { fix, writer: { model, request, why: written.why, wordings: [] } };
  const grounded = ground(fix, written.value, fix.evidence, base);
  const why = grounded.isReworded ? null : UNGROUNDED;
  return { fix: grounded.fix, writer: { model, request, why, wordings: grounded.wordings } };
}

/** What is handed to people, under the model's name where that names the same; a name that was given once stays. */
async function named(
  writer: NonNullable<Ports['writer']>,
  tenant: string,
  fix: Fix,
  earlier: readonly StoredFix[],
): Promise<{ fix: Fix; writer: StoredFix['writer'] }> {
  const { model } = writer;
  const before = earlier.findLast((one) => one.writer !== null && !NO_ANSWER.includes(one.writer.why ?? ''));
  if (before) return { fix: { ...fix, title: before.title }, writer: before.writer };
  const name = await writer.nameIssue(tenant, fix.title, fix.evidence);
  if (name.outcome === 'builtin') return { fix, writer: { model, request: name.request, why: name.why, wordings: [] } };
  const title = groundTitle(fix.title, name.value.title, [plainText(fix.bodyHtml)]);
  const why = title === fix.title ? UNGROUNDED : null;
  return { fix: { ...fix, title }, writer: { model, request: name.request, why, wordings: [] } };
}

/** How many different drafts of the gap the model gave nothing for that may stand. */
function refusedOf(earlier: readonly StoredFix[]): number {
  const refused = earlier.filter(({ writer }) => writer?.why != null && !NO_ANSWER.includes(writer.why));
  return new Set(refused.map(({ writer }) => writer!.request)).size;
}

/** Title and wordings of the newest earlier fix that a model worded. */
function knownOf(earlier: readonly StoredFix[]): RewordInput['known'] | null {
  const worded = earlier.filter((fix) => (fix.writer?.wordings.length ?? 0) > 0);
  const newest = worded.toSorted((a, b) => a.createdAt - b.createdAt).at(-1);
  return newest?.writer ? { title: newest.title, wordings: newest.writer.wordings } : null;
}
