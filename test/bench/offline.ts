/**
 * Feeds a dialogue set, prepared as what comes from a helpdesk is, straight into the learning core, without a server, and writes
 * what the scorer reads. All conversations are one language's; suggestions are those of what was taught, search aside.
 *   npm exec -- node test/bench/offline.ts --data DIR [--scenario NAME,NAME] [--out DIR] [--score FILE] [--drop .21]
 *     [--shuffle SEED] [--every 2] [--limit N]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { draft } from '../../worker/core/drafts/draft.ts';
import {
  type ArticleText,
  createLearned,
  isAboutArticles,
  issueOf,
  type Lesson,
  learn,
  setArticle,
  suggest,
} from '../../worker/core/learning/learned.ts';
import { conversationOf, lessonOf } from './offline/conversation.ts';
import { type Ticket, variant } from './offline/variant.ts';

const SCENARIOS = ['gap', 'gap-b', 'gap-c', 'stale', 'alter-a', 'alter-b', 'drift'];
const options = parseArgs({
  options: {
    data: { type: 'string', default: '' },
    scenario: { type: 'string', default: SCENARIOS.join(',') },
    out: { type: 'string', default: '.build/offline' },
    score: { type: 'string', default: '' },
    drop: { type: 'string', default: '0' },
    shuffle: { type: 'string', default: '' },
    every: { type: 'string', default: '1' },
    limit: { type: 'string', default: '' },
    each: { type: 'boolean', default: false },
  },
}).values;

interface StoredArticle {
  id: string;
  title: string;
  section: string;
  body_html: string;
}

const read = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as T);

function replay(tickets: Ticket[], articles: StoredArticle[], file: string): void {
  const learned = createLearned();
  const opaque = new Map(articles.map((a, i) => [a.id, String(360_000_001 + i * 17)]));
  const back = new Map([...opaque].map(([id, o]) => [o, id]));
  const texts = new Map<string, ArticleText>();
  for (const a of articles) {
    const text = { id: opaque.get(a.id)!, title: a.title, section: a.section, labels: [], bodyHtml: a.body_html };
    texts.set(text.id, text);
    setArticle(learned, text);
  }
  const conversations = new Map(tickets.map((t, n) => [t.id, conversationOf(t, n)]));
  const events = [...conversations.values()].flatMap((c) => {
    const asked = c.turns.filter((t) => t.author === 'customer').slice(0, 3);
    return [
      { c, at: asked.at(-1)?.at ?? c.createdAt, isSolved: false },
      { c, at: c.updatedAt, isSolved: true },
    ];
  });
  events.sort(
    (a, b) => a.at - b.at || (a.c.id < b.c.id ? -1 : a.c.id > b.c.id ? 1 : Number(a.isSolved) - Number(b.isSolved)),
  );
  const suggested = new Map<string, string[]>();
  const issueAt = new Map<string, string>();
  const lines: object[] = [];
  const opened = new Set<string>();
  const observations: { line: Record<string, unknown>; id: string }[] = [];
  for (const { c, at, isSolved } of events) {
    const solved = lessonOf(c);
    if (!isSolved) {
      suggested.set(
        c.id,
        isAboutArticles(learned, solved.question)
          ? suggest(learned, solved.question).map((s) => back.get(s.articleId)!)
          : [],
      );
      continue;
    }
    const lesson: Lesson = learn(learned, solved, c.language);
    if (lesson.issueId) issueAt.set(c.id, lesson.issueId);
    for (const m of lesson.moved) issueAt.set(m.conversationId, m.issueId);
    const stamp = new Date(at).toISOString();
    const line = {
      kind: 'observation',
      ticket_id: c.id,
      at: stamp,
      suggested_article_ids: suggested.get(c.id) ?? [],
      coverage: lesson.coverage,
      issue_id: null,
      signals: [],
    };
    lines.push(line);
    observations.push({ line, id: c.id });
    for (const f of lesson.findings) {
      if (!opened.has(f.key))
        lines.push({
          kind: 'gap',
          gap_id: f.key,
          at: stamp,
          cause: f.cause,
          issue_id: f.issueId,
          ticket_ids: f.conversationIds,
          article_id: f.articleId === null ? null : back.get(f.articleId),
          title: f.title,
          statistics: f.statistics,
        });
      opened.add(f.key);
      const base = f.articleId === null ? null : (texts.get(f.articleId) ?? null);
      const fix = draft(
        learned,
        f,
        f.conversationIds.map((id) => conversations.get(id)!),
        base,
      );
      if (fix)
        lines.push({
          kind: 'draft',
          gap_id: f.key,
          at: stamp,
          fix: fix.kind,
          article_id: fix.articleId === null ? null : back.get(fix.articleId),
          title: fix.title,
          body_html: fix.bodyHtml,
          confidence: 0.5,
          decision: 'review',
          reason: 'offline',
          evidence: fix.evidence.map((e) => ({ ticket_id: e.conversationId, quote: e.quote })),
          questions: fix.openQuestions,
        });
    }
  }
  for (const o of observations) o.line.issue_id = issueAt.has(o.id) ? issueOf(learned, issueAt.get(o.id)!) : null;
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
}

const tickets = variant(read<Ticket>(join(options.data, 'tickets.jsonl')), options);
const rows: Record<string, unknown>[] = [];
for (const scenario of options.scenario.split(',')) {
  const out = join(options.out, scenario);
  mkdirSync(out, { recursive: true });
  const own = join(options.data, 'scenarios', `${scenario}-articles.jsonl`);
  const started = performance.now();
  replay(
    tickets,
    read<StoredArticle>(existsSync(own) ? own : join(options.data, 'articles.jsonl')),
    join(out, 'events.jsonl'),
  );
  const ms = (performance.now() - started) / tickets.length;
  if (!options.score) continue;
  const scored = JSON.parse(
    execFileSync(
      process.execPath,
      [
        options.score,
        'replay',
        '--data',
        options.data,
        '--scenario',
        scenario,
        '--events',
        join(out, 'events.jsonl'),
        '--json',
      ],
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    ),
  );
  writeFileSync(join(out, 'score.json'), JSON.stringify(scored, null, 2));
  rows.push({
    scenario,
    'hit@1': scored.suggestion.hit1,
    'hit@5': scored.suggestion.hit5,
    V: scored.issues.V,
    ARI: scored.issues.ARI,
    clusters: scored.issues.clusters,
    auroc: scored.coverage_auroc,
    ms: Math.round(ms * 10) / 10,
  });
  const g = scored.gap;
  if (g) {
    Object.assign(rows.at(-1)!, {
      recall: g.recall,
      falseAlarms: g.false_alarms,
      median: g.median_tickets_to_detect,
      worst: g.worst_tickets_to_detect,
      fragments: g.mean_fragments,
      draft: g.draft_recall,
      grounded: g.draft_grounded,
      quotes: g.quotes_true,
    });
    if (options.each) console.table(g.each);
  }
  const s = scored.stale;
  if (s) {
    Object.assign(rows.at(-1)!, {
      recall: s.fact_recall,
      right: s.right_of_patched,
      collateral: s.collateral_lines,
      precision: s.article_precision,
      falseAlarms: s.false_alarms,
    });
    if (options.each) console.table(s.each);
  }
  if (scored.false_alarms)
    Object.assign(rows.at(-1)!, {
      falseAlarms: scored.false_alarms.missing + scored.false_alarms.article,
      incomplete: scored.false_alarms.incomplete_not_counted,
    });
}
console.table(rows);
