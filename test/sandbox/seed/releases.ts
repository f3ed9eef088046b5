/** What Shiftloom's product team tells of a change, as it sends it to whoever asked to be told. */
export interface SeedRelease {
  id: string;
  at: string;
  title: string;
  kind: 'added' | 'changed' | 'fixed';
  text: string;
}

export const releases: readonly SeedRelease[] = [
  {
    id: '2026-11-04-calendar-feed',
    at: '2026-11-04T08:00:00Z',
    title: 'Calendar feed: your shifts in Google Calendar and Outlook',
    kind: 'added',
    text: 'Shifts can be shown in Google Calendar or Outlook.\n1. Click your initials in the top right corner and choose My calendar.\n2. Turn on Calendar feed.\n3. Tick the locations you want to see.\n4. Click Copy feed link.\nThe feed shows published shifts only.',
  },
  {
    id: '2026-11-05-sorting',
    at: '2026-11-05T10:00:00Z',
    title: 'Open shifts are in order again on small screens',
    kind: 'fixed',
    text: 'The list of open shifts was in no order on small screens.',
  },
  {
    id: '2026-11-06-import',
    at: '2026-11-06T07:00:00Z',
    title: 'A larger staff import, in a new place',
    kind: 'changed',
    text: '- The staff import has moved from Settings > Team > Import to People > Staff > Import.\n- A file can now hold up to 2,000 rows.\n- Match columns replaces Validate file.',
  },
];
