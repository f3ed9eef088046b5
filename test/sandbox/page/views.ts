import type { Conversation, Gap, StoredFix } from '../../../shared/index.ts';
import type { ArticleVersion, Observation } from '../../../worker/loop/ports.ts';
import { Refused } from '../host/refused.ts';
import { treeOf } from '../host/tree.ts';
import { diffOf } from '../stage/diff.ts';
import type { Knowledge } from '../stage/knowledge.ts';
import type { Stage } from '../stage/stage.ts';
import { CAUSE_WORDS, KIND_WORDS, shortened } from '../stage/words.ts';

const TITLE_CHARS = 110;
const QUESTIONS_SHOWN = 2;
const GREETING = /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|guten)\b.{0,40}$/i;

/** What the page shows, drawn from the worker's API; what was drawn stands until the revision moves. */
export function createViews({ mend, tenant }: Stage, knowledge: Knowledge, revision: () => number) {
  const get = <T>(path: string) => mend.api<T>(`/tenants/${tenant}${path}`);
  const held = new Map<string, { revision: number; value: Promise<unknown> }>();
  const once = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const known = held.get(key);
    if (known?.revision === revision()) return known.value as Promise<T>;
    const value = make();
    held.set(key, { revision: revision(), value });
    value.catch(() => held.delete(key));
    return value;
  };
  const gaps = () => once('gaps', knowledge.gaps);
  const issueTitles = () =>
    once('issues', async () => new Map((await knowledge.issues()).map(({ id, title }) => [id, title])));
  const articles = () => once('articles', knowledge.articles);
  const articleTitle = async (id: string | null) => (await articles()).find((a) => a.id === id)?.title ?? null;

  const counts = () =>
    once('counts', async () => {
      const [waiting, published] = await Promise.all([knowledge.waiting(), knowledge.publications()]);
      const done = published.filter((p) => p.state === 'done').length;
      return { gaps: (await gaps()).length, waiting: waiting.length, published: done };
    });

  const conversations = () =>
    once('conversations', async () => {
      const titles = await issueTitles();
      const observations = await knowledge.observations();
      return observations
        .toSorted((a, b) => b.at - a.at)
        .map((o) => ({
          id: o.conversationId,
          title: titleOf(o.question),
          at: o.at,
          state: o.state,
          issue: (o.issueId && titles.get(o.issueId)) || null,
          signals: o.signals.map((signal) => signal.kind),
          diagnosis: o.diagnosis,
        }));
    });

  async function conversation(id: string) {
    const { observation, conversation, gaps } = await get<{
      observation: Observation;
      conversation: Conversation | null;
      gaps: Gap[];
    }>(`/conversations/${encodeURIComponent(id)}`);
    const suggested = await Promise.all(
      observation.suggestedArticleIds.map(async (articleId) => ({
        id: articleId,
        title: await articleTitle(articleId),
      })),
    );
    const issue = observation.issueId ? ((await issueTitles()).get(observation.issueId) ?? null) : null;
    return { observation, conversation, issue, suggested, gaps: gaps.map(gapSummary) };
  }

  async function reviewItem({ fix, gap }: { fix: StoredFix; gap: Gap | null }) {
    const ids = gap?.conversationIds.slice(-QUESTIONS_SHOWN) ?? [];
    const cited = fix.evidence.map((quote) => quote.conversationId);
    const asked = await Promise.all(
      ids.map(
        async (id) =>
          (await once(`asked ${id}`, () => get<{ observation: Observation }>(`/conversations/${id}`))).observation,
      ),
    );
    return {
      fix: { ...fix, baseHtml: null },
      kindWords: KIND_WORDS[fix.kind],
      gap: gap && gapSummary(gap),
      articleTitle: await articleTitle(fix.articleId),
      questions: asked.map((o) => ({ id: o.conversationId, text: shortened(o.question, 320) })),
      cited: [...new Set(cited)].length,
      diff: fix.baseHtml === null ? null : diffOf(fix.baseHtml, fix.bodyHtml),
      tree: treeOf(fix.bodyHtml),
    };
  }

  /** What is fit to go out first, then what more people wait for. */
  async function review() {
    const items = await Promise.all((await knowledge.waiting()).map(reviewItem));
    const weight = ({ fix, gap }: (typeof items)[number]) =>
      (fix.state === 'in_review' ? 1000 : 0) + (gap?.conversations ?? 0);
    return items.toSorted((a, b) => weight(b) - weight(a));
  }

  async function helpCenter() {
    const publications = (await knowledge.publications()).filter((p) => p.state === 'done');
    const changed = new Map(publications.map((p) => [p.articleId, p.before === null ? 'new' : 'changed']));
    const rows = (await articles()).map(({ id, title, section, updatedAt }) => ({
      id,
      title,
      section,
      updatedAt,
      mended: changed.get(id) ?? null,
    }));
    return rows.toSorted((a, b) => Number(b.mended !== null) - Number(a.mended !== null));
  }

  async function article(id: string) {
    const known = (await articles()).find((a) => a.id === id);
    if (!known) throw new Refused(404, 'there is no such article');
    const { versions } = await get<{ versions: ArticleVersion[] }>(`/articles/${encodeURIComponent(id)}/versions`);
    const inOrder = versions.toSorted((a, b) => a.at - b.at);
    return {
      id,
      title: known.title,
      section: known.section,
      labels: known.labels,
      tree: treeOf(known.bodyHtml),
      versions: inOrder.map((version, i) => ({
        at: version.at,
        by: version.source === 'published' ? 'Mend, after review' : 'a person',
        title: version.title,
        tree: treeOf(version.bodyHtml),
        diff: i === 0 ? null : diffOf(inOrder[i - 1]?.bodyHtml ?? '', version.bodyHtml),
      })),
    };
  }

  async function activity() {
    const titles = new Map(
      (await knowledge.fixes()).map((fix) => [fix.id, `${fix.title} (${fix.kind.replaceAll('_', ' ')})`]),
    );
    return (await knowledge.activity()).map((entry) => ({ ...entry, title: titles.get(entry.subject) ?? null }));
  }

  const routes: [RegExp, (id: string) => Promise<unknown>][] = [
    [/^\/api\/conversations$/, conversations],
    [/^\/api\/conversations\/(\d{1,20})$/, conversation],
    [/^\/api\/review$/, () => once('review', review)],
    [/^\/api\/articles$/, () => once('help center', helpCenter)],
    [/^\/api\/articles\/(\d{1,20})$/, article],
    [/^\/api\/activity$/, () => once('activity', activity)],
  ];
  return {
    counts,
    /** The view of a path; Refused where there is none. */
    async view(path: string): Promise<unknown> {
      for (const [pattern, make] of routes) {
        const match = pattern.exec(path);
        if (match) return make(match[1] ?? '');
      }
      throw new Refused(404, 'there is nothing here');
    },
  };
}

/** The first line of a question that says something. */
function titleOf(question: string): string {
  const lines = question.split('\n').filter((line) => line.trim() !== '');
  return shortened(lines.find((line) => !GREETING.test(line.trim())) ?? lines[0] ?? 'No question', TITLE_CHARS);
}

function gapSummary(gap: Gap) {
  const { id, title, cause, state, conversationIds, statistics, openedAt } = gap;
  return {
    id,
    title,
    cause,
    words: CAUSE_WORDS[cause],
    state,
    conversations: conversationIds.length,
    statistics,
    openedAt,
  };
}
