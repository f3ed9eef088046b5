import type { Article } from '../../../shared/article.ts';
import type { Fix, FixKind } from '../../../shared/fix.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import type { Manner } from '../../core/drafts/article/manner.ts';
import { writtenDraft } from '../../core/drafts/written/written.ts';
import { statementsOf } from '../../core/grounding/statements.ts';
import { groundTitle } from '../../core/grounding/title.ts';
import { plainText } from '../../core/html/plain.ts';
import { writingOf } from '../../core/language/writing-of.ts';
import type { Ports } from '../ports/ports.ts';
import type { WriteInput } from '../ports/writer.ts';

/** What customers read anew: search terms leave the text as it is. */
const WRITTEN: readonly FixKind[] = ['new_article', 'article_patch'];

/** What the team gets stays as it was said, under a name that can be read. */
const NAMED: readonly FixKind[] = ['bug_report', 'routing_rule', 'reply_template'];

/** What a fix says of its wording where a model answered, and too little of the answer may stand. */
const UNGROUNDED = 'ungrounded';

/** Drafts of one gap for which the model answered nothing that may stand; then it is not asked for that gap again. */
const MAX_REFUSED_DRAFTS = 2;
const GIVEN_UP = 'given_up';
/** Declines that say something of the endpoint and nothing of the draft. */
const NO_ANSWER: readonly string[] = ['unreachable', 'misconfigured', 'too_large', 'nothing', GIVEN_UP];

/** How the tenant's help center speaks. */
export interface Tone {
  language: string;
  voice: string;
  titles: Manner['titles'];
}

/**
 * The builtin draft as the model writes it, where one is set and as far as code proves it; else the builtin draft. What stood
 * of an earlier fix of the gap is used again, so that a draft that hardly moved costs no call. What people decided of the draft
 * (`undecided` is the draft without it) stays as it is worded. Throws RetryLater while waiting for the model may help.
 */
export async function write(
  ports: Pick<Ports, 'writer'>,
  tenant: string,
  tone: Tone,
  draft: { fix: Fix; undecided: Fix },
  base: Article | null,
  earlier: readonly StoredFix[],
): Promise<{ fix: Fix; writer: StoredFix['writer'] }> {
  const { fix } = draft;
  if (!ports.writer) return { fix, writer: null };
  if (NAMED.includes(fix.kind)) return named(ports.writer, tenant, tone, fix, earlier);
  if (!WRITTEN.includes(fix.kind)) return { fix, writer: null };
  const known = knownOf(earlier);
  if (!known && refusedOf(earlier) >= MAX_REFUSED_DRAFTS)
    return { fix, writer: { model: ports.writer.model, request: '', why: GIVEN_UP } };
  const written = await ports.writer.write(tenant, {
    kind: fix.kind,
    title: fix.title,
    bodyHtml: fix.bodyHtml,
    quotes: fix.evidence,
    base: base && { title: base.title, bodyHtml: base.bodyHtml },
    language: tone.language,
    manner: tone.titles,
    ...(tone.voice === '' ? {} : { voice: tone.voice }),
    ...(known ? { known } : {}),
  });
  const { model, request } = written;
  if (written.outcome === 'builtin') return { fix, writer: { model, request, why: written.why } };
  const decided = decidedIn(draft, base);
  const {
    fix: next,
    isWritten,
    sections,
  } = writtenDraft(fix, written.value, { language: tone.language, base, decided });
  if (!isWritten) return { fix, writer: { model, request, why: UNGROUNDED } };
  return { fix: next, writer: { model, request, why: null, sections } };
}

/** The statements that people's answers brought in. */
function decidedIn({ fix, undecided }: { fix: Fix; undecided: Fix }, base: Article | null): Set<string> {
  if (fix.bodyHtml === undecided.bodyHtml) return new Set();
  const textsOf = ({ bodyHtml }: Fix) => statementsOf(bodyHtml, base?.bodyHtml ?? null, []).map(({ text }) => text);
  const open = new Set(textsOf(undecided));
  return new Set(textsOf(fix).filter((text) => !open.has(text)));
}

/** What is handed to people, under the model's name where that names the same; a name that was given once stays. */
async function named(
  writer: NonNullable<Ports['writer']>,
  tenant: string,
  { language }: Tone,
  fix: Fix,
  earlier: readonly StoredFix[],
): Promise<{ fix: Fix; writer: StoredFix['writer'] }> {
  const { model } = writer;
  const before = earlier.findLast((one) => one.writer !== null && !NO_ANSWER.includes(one.writer.why ?? ''));
  if (before) return { fix: { ...fix, title: before.title }, writer: before.writer };
  const name = await writer.nameIssue(tenant, fix.title, fix.evidence);
  if (name.outcome === 'builtin') return { fix, writer: { model, request: name.request, why: name.why } };
  const logic = writingOf(language)?.logic ?? null;
  const title = groundTitle(fix.title, name.value.title, [plainText(fix.bodyHtml)], logic);
  const why = title === fix.title ? UNGROUNDED : null;
  return { fix: { ...fix, title }, writer: { model, request: name.request, why } };
}

/** How many different drafts of the gap the model gave nothing for that may stand. */
function refusedOf(earlier: readonly StoredFix[]): number {
  const refused = earlier.filter(({ writer }) => writer?.why != null && !NO_ANSWER.includes(writer.why));
  return new Set(refused.map(({ writer }) => writer!.request)).size;
}

/** Title and sections of the newest earlier fix that a model wrote. */
function knownOf(earlier: readonly StoredFix[]): WriteInput['known'] | null {
  const written = earlier.filter((fix) => (fix.writer?.sections?.length ?? 0) > 0);
  const newest = written.toSorted((a, b) => a.createdAt - b.createdAt).at(-1);
  return newest?.writer?.sections ? { title: newest.title, sections: newest.writer.sections } : null;
}
