import { createHash } from 'node:crypto';
import sanitize from 'sanitize-html';
import { BODY_RULES } from '../../html.ts';

const HEADING = /^h[1-6]$/;

/**
 * A body as it is stored when it is written: what is not supported is dropped, a heading gets an id to be linked to (`h_01…`
 * in public exports), a link that opens a new window a `rel`, and attributes come in the order of their names. What is
 * stored so comes back unchanged.
 */
export function storedBody(html: string): string {
  const ids = headingIds();
  return sanitize(html, {
    ...BODY_RULES,
    transformTags: {
      '*': (tagName, attribs) => {
        const all: Record<string, string> = { ...attribs };
        if (HEADING.test(tagName)) all.id ??= ids.next(tagName);
        if (tagName === 'a' && all.target === '_blank') all.rel = 'noopener noreferrer';
        return { tagName, attribs: Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))) };
      },
    },
  });
}

/** An id of a heading's own by its level and number. */
function headingIds(): { next(tagName: string): string } {
  const seen = new Map<string, number>();
  return {
    next(tagName) {
      const count = (seen.get(tagName) ?? 0) + 1;
      seen.set(tagName, count);
      const hash = createHash('sha256').update(`${tagName}${count}`).digest('hex').toUpperCase();
      return `h_01${hash.slice(0, 24)}`;
    },
  };
}
