import type { QueueItem } from '../../../../shared/console/review.ts';
import { WEEK_MS } from '../../../../shared/time.ts';

/** What of the queue is shown, and in which order: exactly what stands behind the question mark of the address. */
export interface Selection {
  q: string;
  kind: string;
  section: string;
  language: string;
  state: string;
  /** `me`, `nobody`, or a person's id. */
  assignee: string;
  /** `week`: at most seven days old; `older`: more. */
  age: string;
  sort: Sort;
}

/** `worth`: what prevents most tickets a second; by age; by how many ask. `snoozed` is a state of the selection, not an order. */
export const SORTS = ['worth', 'newest', 'oldest', 'asked'] as const;
export type Sort = (typeof SORTS)[number];

export const FILTERS = ['state', 'kind', 'section', 'language', 'assignee', 'age'] as const;
export type FilterName = (typeof FILTERS)[number];

export function selectionOf(query: string): Selection {
  const said = new URLSearchParams(query);
  const sort = SORTS.find((one) => one === said.get('sort')) ?? 'worth';
  const of = (name: string) => said.get(name) ?? '';
  return {
    q: of('q'),
    kind: of('kind'),
    section: of('section'),
    language: of('language'),
    state: of('state'),
    assignee: of('assignee'),
    age: of('age'),
    sort,
  };
}

/** The address's part for a selection; empty for the one that everybody begins with. */
export function queryOf(selection: Selection): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(selection))
    if (value !== '' && !(name === 'sort' && value === 'worth')) said.set(name, value);
  return said.toString();
}

/** What a selection shows of the queue, in its order; what is put off only where it asks for that. `now` is event time. */
export function selected(
  items: readonly QueueItem[],
  selection: Selection,
  { me, now }: { me: string; now: number },
): QueueItem[] {
  const words = selection.q.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (item: QueueItem) =>
    (selection.state === 'snoozed') === (item.snoozedUntil !== null) &&
    FILTERS.every((name) => selection[name] === '' || isOfValue(item, name, selection[name], { me, now })) &&
    words.every((word) => `${item.title} ${item.category} ${item.glimpse ?? ''}`.toLowerCase().includes(word));
  return items.filter(fits).toSorted(byOf(selection.sort));
}

function isOfValue(
  item: QueueItem,
  name: FilterName,
  wanted: string,
  { me, now }: { me: string; now: number },
): boolean {
  switch (name) {
    case 'kind':
      return item.kind === wanted;
    case 'section':
      return item.category === wanted;
    case 'language':
      return item.language === wanted;
    case 'state':
      return wanted === 'snoozed' || (wanted === 'failed' ? item.hasFailed : item.state === wanted);
    case 'assignee':
      return (item.assignee?.userId ?? 'nobody') === (wanted === 'me' ? me : wanted);
    case 'age':
      return now - item.createdAt <= WEEK_MS === (wanted === 'week');
  }
}

/** The queue comes by worth, which a stable order keeps. */
function byOf(sort: Sort): (a: QueueItem, b: QueueItem) => number {
  switch (sort) {
    case 'worth':
      return () => 0;
    case 'newest':
      return (a, b) => b.createdAt - a.createdAt;
    case 'oldest':
      return (a, b) => a.createdAt - b.createdAt;
    case 'asked':
      return (a, b) => b.people - a.people;
  }
}
