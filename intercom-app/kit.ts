/**
 * The part of Canvas Kit that an Inbox app may use: no live canvas and no sheet, which are the Messenger's. Source: types of
 * intercom-client 6.4.0 (`dist/api/types`), which version 7 has no more, and the vendor's reference.
 */
export type Action = { type: 'submit' } | { type: 'url'; url: string };

export interface Text {
  type: 'text';
  text: string;
  id?: string;
  align?: 'left' | 'center' | 'right';
  style?: 'header' | 'paragraph' | 'muted' | 'error';
  bottom_margin?: 'none';
}
export interface Button {
  type: 'button';
  id: string;
  label: string;
  action: Action;
  style?: 'primary' | 'secondary' | 'link';
  disabled?: boolean;
}
export interface Item {
  type: 'item';
  id: string;
  title: string;
  subtitle?: string;
  tertiary_text?: string;
  action?: Action;
}
export interface List {
  type: 'list';
  items: Item[];
}
export interface Textarea {
  type: 'textarea';
  id: string;
  label?: string;
  placeholder?: string;
  value?: string;
  error?: boolean;
}
export interface DataTable {
  type: 'data-table';
  items: { type: 'field-value'; field: string; value: string }[];
}
export interface Spacer {
  type: 'spacer';
  size?: 'xs' | 's' | 'm' | 'l' | 'xl';
}
export interface Divider {
  type: 'divider';
}
export type Component = Text | Button | List | Textarea | DataTable | Spacer | Divider;

/** What an Inbox app answers: the components to draw, and what Intercom gives back with the next press. */
export interface Canvas {
  content: { components: Component[] };
  stored_data?: Record<string, string | number>;
}

/** Longest text of one component, of a title or label, of an editable text. The vendor states the whole alone: 64 KB. */
const MAX_TEXT = 500;
const MAX_LABEL = 140;
const MAX_VALUE = 6_000;

/** A space of no width, which breaks what would be read as markup and shows nothing. */
const GAP = '\u200b';

/** Stands in the place of an empty text, which Canvas Kit refuses. */
const NOTHING = '–';

/** Words of others as they are, and never as markup: Canvas Kit reads links and bold type in texts. */
export function plain(text: string, max: number = MAX_TEXT): string {
  const kept = text.replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ').replace(/(?<=[*_\]])(?=[*_([])/g, GAP);
  return shortened(kept, max) || NOTHING;
}

function shortened(text: string, max: number): string {
  const points = [...text];
  return points.length <= max ? text : `${points.slice(0, max - 1).join('')}…`;
}

export const header = (text: string): Text => ({ type: 'text', text: plain(text, MAX_LABEL), style: 'header' });
export const paragraph = (text: string): Text => ({ type: 'text', text: plain(text), style: 'paragraph' });
export const muted = (text: string): Text => ({ type: 'text', text: plain(text), style: 'muted' });
export const warning = (text: string): Text => ({ type: 'text', text: plain(text), style: 'error' });
export const divider: Divider = { type: 'divider' };

export function button(id: string, label: string, style: NonNullable<Button['style']> = 'secondary'): Button {
  return { type: 'button', id, label: plain(label, MAX_LABEL), style, action: { type: 'submit' } };
}

/** A button that opens a page in a tab of its own; none where the address is no web address. */
export function link(id: string, label: string, url: string): Button[] {
  if (!isWebAddress(url)) return [];
  return [{ type: 'button', id, label: plain(label, MAX_LABEL), style: 'link', action: { type: 'url', url } }];
}

export function item(id: string, title: string, subtitle: string, about = ''): Item {
  const words = { title: plain(title, MAX_LABEL), subtitle: plain(subtitle, MAX_LABEL) };
  const more = about === '' ? {} : { tertiary_text: plain(about, MAX_LABEL) };
  return { type: 'item', id, ...words, ...more, action: { type: 'submit' } };
}

/** A list; nothing where it would be empty, which Canvas Kit does not take. */
export function list(items: Item[]): List[] {
  return items.length === 0 ? [] : [{ type: 'list', items }];
}

/** An editable text as it is: Canvas Kit reads no markup in it. */
export function textarea(id: string, label: string, value: string, placeholder = ''): Textarea {
  const shown = { type: 'textarea' as const, id, label: plain(label, MAX_LABEL), value: value.slice(0, MAX_VALUE) };
  return placeholder === '' ? shown : { ...shown, placeholder: plain(placeholder, MAX_LABEL) };
}

export function table(rows: readonly (readonly [string, string])[]): DataTable[] {
  const items = rows.map(([field, value]) => ({
    type: 'field-value' as const,
    field: plain(field, MAX_LABEL),
    value: plain(value, MAX_LABEL),
  }));
  return items.length === 0 ? [] : [{ type: 'data-table', items }];
}

/** A canvas. An id stands in it once: a second component under it would be the same press, and is left out. */
export function canvas(...components: Component[]): Canvas {
  const seen = new Set<string>();
  const isFirst = (one: Component) => !('id' in one) || one.id === undefined || (!seen.has(one.id) && seen.add(one.id));
  return { content: { components: components.filter(isFirst) } };
}

function isWebAddress(url: string): boolean {
  try {
    const { protocol, username, password } = new URL(url);
    return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
  } catch {
    return false;
  }
}
