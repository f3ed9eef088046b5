import type { Gap, Publication, StoredFix } from '../../../shared/index.ts';
import { inEnglish } from '../../../shared/said/english.ts';
import type { Observation } from '../../../worker/loop/ports/stores/observations.ts';
import type { Mend } from '../../sandbox/mend/mend.ts';

const KIND_RANK = { observation: 0, gap: 1, draft: 2, publication: 3 } as const;
type Line = { kind: keyof typeof KIND_RANK; at: string } & Record<string, unknown>;

/** Ids of the helpdesk translated back to those of the data set. */
export interface Names {
  articles: Map<string, string>;
  tickets: Map<string, string>;
}

/** What the worker knows at the end of a replay, as the lines of events.jsonl in their order. */
export async function collectEvents(mend: Mend, tenant: string, names: Names): Promise<Line[]> {
  const base = `/tenants/${tenant}`;
  const observations = await allObservations(mend, base);
  const { gaps } = await mend.api<{ gaps: Gap[] }>(`${base}/gaps`);
  const { fixes } = await mend.api<{ fixes: StoredFix[] }>(`${base}/fixes`);
  const { publications } = await mend.api<{ publications: Publication[] }>(`${base}/publications`);
  const own = new Set(gaps.map((gap) => gap.id));
  const made = new Map(
    publications.flatMap((p) => (p.articleId && p.before === null ? [[p.articleId, `new:${p.gapId}`] as const] : [])),
  );
  const article = (id: string | null) => (id === null ? null : (names.articles.get(id) ?? made.get(id) ?? id));
  const ticket = (id: string) => names.tickets.get(id) ?? id;
  const at = (ms: number) => new Date(ms).toISOString();
  const lines: Line[] = [
    ...observations.map((o) => ({
      kind: 'observation' as const,
      ticket_id: ticket(o.conversationId),
      at: at(o.at),
      suggested_article_ids: o.suggestedArticleIds.map(article),
      coverage: o.coverage,
      issue_id: o.issueId,
      signals: o.signals.map((s) => s.kind),
      ...(o.questions && {
        questions: o.questions.map(({ issueId, coverage, articleId }) => ({
          issue_id: issueId,
          coverage,
          article_ids: articleId === null ? [] : [article(articleId)],
        })),
      }),
    })),
    ...gaps.map((g) => ({
      kind: 'gap' as const,
      gap_id: g.id,
      at: at(g.openedAt),
      cause: g.cause,
      issue_id: g.issueId,
      ticket_ids: g.openedWith.map(ticket),
      article_id: article(g.articleId),
      title: g.title,
    })),
    ...fixes
      .filter((f) => own.has(f.gapId))
      .map((f) => ({
        kind: 'draft' as const,
        gap_id: f.gapId,
        at: at(f.createdAt),
        fix: f.kind,
        article_id: article(f.articleId),
        title: f.title,
        body_html: f.bodyHtml,
        confidence: f.confidence,
        decision: f.decision ?? 'review',
        reason: f.reason && inEnglish(f.reason),
        evidence: f.evidence.map((q) => ({ ticket_id: ticket(q.conversationId), quote: q.quote })),
      })),
    ...publications
      .filter((p) => p.state === 'done' && p.reverts === null && p.articleId !== null)
      .map((p) => ({
        kind: 'publication' as const,
        gap_id: p.gapId,
        at: at(p.at),
        article_id: p.before === null ? `new:${p.gapId}` : article(p.articleId),
        title: p.after.title,
        body_html: p.after.bodyHtml,
        by: p.by === 'mend' ? 'auto' : 'reviewer',
      })),
  ];
  return lines
    .map((line, i) => ({ line, i }))
    .sort((a, b) => a.line.at.localeCompare(b.line.at) || KIND_RANK[a.line.kind] - KIND_RANK[b.line.kind] || a.i - b.i)
    .map(({ line }) => line);
}

async function allObservations(mend: Mend, base: string): Promise<Observation[]> {
  const all: Observation[] = [];
  let after: string | null = '';
  while (after !== null) {
    const page: { observations: Observation[]; after: string | null } = await mend.api(
      `${base}/observations?after=${encodeURIComponent(after)}`,
    );
    all.push(...page.observations.filter((o) => o.state === 'observed'));
    after = page.after;
  }
  return all;
}
