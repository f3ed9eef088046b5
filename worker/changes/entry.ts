import type { ToldChange } from '../../shared/context/change-note.ts';
import { plainText } from '../core/html/plain.ts';

/** Longest title and text of a note, in characters; longer ones are cut. */
const MAX_TEXT_CHARS = 20_000;
const MAX_TITLE_CHARS = 300;

/** An entry of a source as a change: what it leaves out is unknown, and markup is read as lines. Null without id or title. */
export function changeFrom(entry: {
  id: string | null | undefined;
  title: string | null | undefined;
  text: string;
  isHtml?: boolean;
  kind?: ToldChange['kind'];
  url?: string | null | undefined;
  at?: string | null | undefined;
  isReleased?: boolean;
  isWithdrawn?: boolean;
}): ToldChange | null {
  const title = (entry.isHtml ? plainText(entry.title ?? '') : (entry.title ?? '')).replace(/\s+/g, ' ').trim();
  const id = entry.id?.trim().slice(0, 300);
  if (!id || title === '') return null;
  const at = entry.at ? Date.parse(entry.at) : Number.NaN;
  const text = entry.isHtml ? plainText(entry.text) : entry.text;
  return {
    id,
    title: title.slice(0, MAX_TITLE_CHARS),
    text: text.slice(0, MAX_TEXT_CHARS),
    kind: entry.kind ?? null,
    url: entry.url && /^https?:\/\//.test(entry.url) ? entry.url.slice(0, 2_000) : null,
    at: Number.isFinite(at) ? at : null,
    isReleased: entry.isReleased ?? true,
    isWithdrawn: entry.isWithdrawn ?? false,
  };
}
