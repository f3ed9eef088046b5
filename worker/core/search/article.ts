/** One article as search reads it. `bodyHtml` is HTML or plain text. */
export interface SearchArticle {
  id: string;
  title: string;
  section: string;
  labels: string[];
  bodyHtml: string;
}
