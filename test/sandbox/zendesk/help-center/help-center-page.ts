import { sanitizeArticle } from '../../../../worker/core/html/sanitize.ts';
import { escapeHtml } from '../../html.ts';
import type { World } from '../world.ts';

const PATH = /^\/hc\/([a-zA-Z-]+)\/articles\/(\d{1,15})(?:-[^/]*)?$/;
const STYLE =
  'body{font:17px/1.6 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}' +
  'small{opacity:.7}table{border-collapse:collapse}td,th{border:1px solid;padding:.3rem .6rem;text-align:start}';

/**
 * The public page of an article, as a visitor who is not signed in sees it; null where the address is no page of the
 * help center. What is archived, a draft, or kept to some segment is not found.
 */
export function helpCenterPage(world: World, address: string): Response | null {
  const { pathname } = new URL(address);
  if (!pathname.startsWith('/hc/')) return null;
  const [, locale = '', id] = PATH.exec(pathname) ?? [];
  const article = world.articles.get(Number(id));
  const shown = article?.translations.get(locale.toLowerCase());
  if (!article || !shown || article.isArchived || article.userSegmentIds.length > 0 || shown.isDraft)
    return page(404, locale, 'Not found', '<p>There is no such article, or not for everybody.</p>');
  const edited = new Date(shown.updatedAt).toUTCString();
  const section = escapeHtml(world.sections.get(article.sectionId)?.name ?? '');
  const body = `${sanitizeArticle(shown.body)}<p><small>Updated ${edited}</small></p>`;
  return page(200, locale, shown.title, body, section);
}

function page(status: number, locale: string, title: string, body: string, section = ''): Response {
  const name = escapeHtml(title);
  const html =
    `<!doctype html><html lang="${escapeHtml(locale || 'en')}"><meta charset="utf-8"><title>${name} · Help center</title>` +
    `<style>${STYLE}</style><small>Help center${section && ` › ${section}`}</small><h1>${name}</h1>${body}</html>`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'cache-control': 'no-store',
  };
  return new Response(html, { status, headers });
}
