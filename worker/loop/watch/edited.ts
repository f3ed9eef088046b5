/** What an article reads like now; null where it is gone. */
export interface Edited {
  id: string;
  locale: string;
  bodyHtml: string | null;
  by: string | null;
}
