import sanitize from 'sanitize-html';

/**
 * Elements and attributes that Zendesk keeps in article bodies ("Supported HTML for help center articles",
 * support.zendesk.com 6644509092378); what is not listed is dropped, its text stays. `b`, `i`, `u` are our addition.
 */
const KEPT_TAGS = (
  'a abbr address aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em ' +
  'figcaption figure h1 h2 h3 h4 h5 h6 hr i iframe img ins kbd li ol p pre samp small source span strong sub ' +
  'summary sup table tbody td tfoot th thead tr track u ul var video'
).split(' ');

const KEPT_ATTRIBUTES: Record<string, string[]> = {
  '*': ['aria-*', 'class', 'data-*', 'dir', 'id', 'lang', 'style', 'tabindex', 'title'],
  a: ['href', 'name', 'rel', 'target'],
  img: ['alt', 'height', 'src', 'width'],
  iframe: ['allowfullscreen', 'height', 'src', 'width'],
  ol: ['start', 'type'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  video: ['controls', 'height', 'src', 'width'],
};

/** The rules of both helpdesks' bodies. */
export const BODY_RULES: sanitize.IOptions = {
  allowedTags: KEPT_TAGS,
  allowedAttributes: KEPT_ATTRIBUTES,
  allowedSchemes: ['http', 'https', 'mailto', 'ftp', 'sftp', 'sms', 'tel'],
  allowedIframeHostnames: ['www.youtube.com', 'player.vimeo.com', 'fast.wistia.net', 'www.loom.com'],
  parseStyleAttributes: false,
};

/** The body as the helpdesk stores it. Already stored bodies come back unchanged. */
export function sanitizeBody(html: string): string {
  return sanitize(html, BODY_RULES);
}

/**
 * The fault `strip-tags`: these elements disappear, with what they hold, as in a rich-text editor that dislikes them.
 */
export function stripTags(html: string, tags: readonly string[]): string {
  return sanitize(html, { ...BODY_RULES, exclusiveFilter: (frame) => tags.includes(frame.tag) });
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Plain text as the helpdesk renders it in `html_body`: one paragraph a blank line, a `<br>` a line. */
export function commentHtml(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((p) => `<p dir="auto">${escapeHtml(p).replaceAll('\n', '<br>\n')}</p>`);
  return `<div class="zd-comment" dir="auto">${paragraphs.join('')}</div>`;
}

export function htmlToText(html: string): string {
  const spaced = html.replace(/<br\s*\/?>\n?/gi, '\n').replace(/<\/(p|div|li|h[1-6]|tr)>/gi, '\n');
  const bare = sanitize(spaced, { allowedTags: [], allowedAttributes: {} });
  const text = bare.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return text.replace(/\n{3,}/g, '\n\n').trim();
}
