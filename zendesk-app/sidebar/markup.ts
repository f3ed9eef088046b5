const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as the composer takes it: its lines as lines, and nothing in it is markup. */
export function asMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign).replace(/\r?\n/g, '<br>');
}

interface Linked {
  title: string;
  url: string;
}

/** A link to an article as the composer takes it. */
export function asLink({ title, url }: Linked): string {
  return `<a href="${asMarkup(url)}">${asMarkup(title)}</a>`;
}

/** Words of an article with the link to it. */
export function asQuote(text: string, article: Linked): string {
  return `${asMarkup(text)} (${asLink(article)})`;
}
