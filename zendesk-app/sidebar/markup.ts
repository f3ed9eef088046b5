const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as the composer takes it: its lines as lines, and nothing in it is markup. */
export function asMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign).replace(/\r?\n/g, '<br>');
}
