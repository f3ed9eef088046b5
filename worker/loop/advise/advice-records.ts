import type { Article } from '../../../shared/article.ts';
import { isHabit } from '../../../shared/diagnosis.ts';
import type { FixState, Gap, GapState, Publication, StoredFix } from '../../../shared/gap.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { HEALED_RECENTLY_MS } from '../../core/advice/health.ts';
import type { Template } from '../../core/advice/template.ts';
import { hash32 } from '../../core/text/hash32.ts';
import type { Ports } from '../ports/ports.ts';
import type { Outcome } from '../ports/stores/outcomes.ts';

const STANDING: GapState[] = ['open', 'in_review', 'escalated', 'approved'];
/** Gaps for which something was done, whatever came of it. */
const TAKEN: GapState[] = ['published', 'healed', 'no_effect'];
const WAITING: FixState[] = ['in_review', 'escalated'];

/** How long a flag of the staff counts against an article that nobody changed. Stated. */
export const SAID_FOR_MS = 90 * DAY_MS;

/** What storage holds of the articles and the issue that advice is about. */
export interface AdviceRecords {
  articles: Article[];
  /** Where knowledge fails; what the team does again and again is none of it. */
  gaps: Gap[];
  fixes: StoredFix[];
  publications: Publication[];
  /** Replies to the issue that people took over as templates. */
  templates: Template[];
  /** What the staff said of the articles. */
  outcomes: Outcome[];
}

/** Reads them in two rounds: five statements at most, one more where there is a template, none where nothing is asked for. */
export async function recordsOf(
  ports: Pick<Ports, 'articles' | 'fixes' | 'gaps' | 'outcomes' | 'publications'>,
  tenant: string,
  of: { articleIds: string[]; issueIds: string[]; now: number },
): Promise<AdviceRecords> {
  const { articleIds, issueIds } = of;
  const hasArticles = articleIds.length > 0;
  const [articles, about, publications, outcomes] = await Promise.all([
    hasArticles ? ports.articles.list(tenant, articleIds) : [],
    hasArticles || issueIds.length > 0
      ? ports.gaps.about(tenant, { issueIds, articleIds }, [...STANDING, ...TAKEN])
      : [],
    hasArticles ? ports.publications.ofArticles(tenant, articleIds, of.now - HEALED_RECENTLY_MS) : [],
    ports.outcomes.about(tenant, articleIds, of.now - SAID_FOR_MS),
  ]);
  const gaps = about.filter((gap) => !isHabit(gap.cause) && STANDING.includes(gap.state));
  const fixes = await ports.fixes.ofGaps(
    tenant,
    gaps.map((gap) => gap.id),
    WAITING,
  );
  const taken = about.filter((gap) => TAKEN.includes(gap.state) && gap.cause === 'repeated_reply');
  return { articles, gaps, fixes, publications, outcomes, templates: await templatesOf(ports, tenant, taken) };
}

/** The replies that people took over as templates; no read where there are none. */
async function templatesOf(ports: Pick<Ports, 'fixes'>, tenant: string, gaps: readonly Gap[]): Promise<Template[]> {
  if (gaps.length === 0) return [];
  const ids = gaps.map((gap) => gap.id);
  const fixes = await ports.fixes.ofGaps(tenant, ids, ['published']);
  return fixes.flatMap((fix) => {
    const gap = gaps.find(({ id }) => id === fix.gapId);
    return gap ? [{ fix, gap }] : [];
  });
}

/** People of the staff (hashes) who flagged an article as a whole since it was changed last. */
export function flaggersOf(
  { id, updatedAt }: Pick<Article, 'id' | 'updatedAt'>,
  outcomes: readonly Outcome[],
): number[] {
  const flags = outcomes.filter(({ about, at, input }) => about === id && at > updatedAt && input.kind === 'flagged');
  return flags.flatMap(({ personId, input }) =>
    input.kind === 'flagged' && input.line === null ? [hash32(personId)] : [],
  );
}
