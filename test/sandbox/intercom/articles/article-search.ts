import type { ApiRequest } from '../api.ts';
import { invalid } from '../errors.ts';
import { numberedPage } from '../paging.ts';
import type { World } from '../world.ts';
import { defaultContent, presentArticle } from './article-json.ts';
import type { Article } from './article-records.ts';
import { plain } from './bodies.ts';

const SUMMARY_LENGTH = 160;

/** Every word of `phrase` in title or body, the title counting more. How the vendor ranks is not documented. */
export function searchArticles(world: World, request: ApiRequest): unknown {
  const words = (request.query.get('phrase') ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const state = request.query.get('state') ?? 'all';
  if (!['all', 'published', 'draft'].includes(state)) throw invalid('state is invalid', 'state');
  const found = [...world.articles.values()]
    .filter((row) => state === 'all' || defaultContent(row).state === state)
    .map((row) => ({ row, score: scoreOf(row, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.row.updatedAt - a.row.updatedAt)
    .map(({ row }) => row);
  const page = numberedPage(found, request.query, 10);
  const isHighlighted = request.query.get('highlight') === 'true';
  return {
    type: 'list',
    total_count: page.total,
    data: {
      articles: page.rows.map((row) => presentArticle(world, row)),
      highlights: isHighlighted ? page.rows.map((row) => highlight(row, words)) : [],
    },
    pages: page.pages,
  };
}

function scoreOf(row: Article, words: string[]): number {
  const { title, body } = defaultContent(row);
  const inTitle = title.toLowerCase();
  const inBody = body.toLowerCase();
  let score = 1;
  for (const word of words) {
    if (!inTitle.includes(word) && !inBody.includes(word)) return 0;
    score += inTitle.includes(word) ? 3 : 1;
  }
  return score;
}

function highlight(row: Article, words: string[]): Record<string, unknown> {
  const { title, body } = defaultContent(row);
  return {
    article_id: row.id,
    highlighted_title: marked(title, words),
    highlighted_summary: [marked(plain(body).slice(0, SUMMARY_LENGTH), words)],
  };
}

const marked = (text: string, words: string[]): { type: string; text: string }[] =>
  text
    .split(/([\p{L}\p{N}]+)/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ type: words.includes(piece.toLowerCase()) ? 'highlight' : 'plain', text: piece }));
