import { posix } from 'node:path';
import type { Source } from './source.ts';

/** A part of the house whose rooms have an order: a room may use those named before it, never one after. */
interface Floor {
  path: string;
  rooms: string[];
}

const FLOORS: Floor[] = [
  {
    path: 'worker/core/',
    rooms: [
      'text',
      'language',
      'html',
      'claim',
      'statistics',
      'redact',
      'mail',
      'conversation',
      'signals',
      'meaning',
      'search',
      'gates',
      'grounding',
      'learned',
      'coverage',
      'alignment',
      'acts',
      'issues',
      'findings',
      'learning',
      'drafts',
      'publishing',
      'fix',
      'notice',
      'change',
      'context',
      'track',
      'advice',
      'measure',
      'answering',
      'console',
    ],
  },
  {
    path: 'worker/loop/',
    rooms: [
      'ports',
      'account',
      'search',
      'switches',
      'observe',
      'publish',
      'propose',
      'foresee',
      'context',
      'track',
      'watch',
      'articles',
      'notices',
      'review',
      'advise',
      'answer',
      'console',
      'measure',
    ],
  },
  { path: 'worker/routes/', rooms: ['operator', 'pages', 'canvas', 'app', 'helpdesk', 'events'] },
];

/** Files a floor keeps outside of its rooms, so that they may use them all: the loop on one screen, what routes share. */
const HALLS = new Set(
  ['steps', 'work', 'sweep', 'ingest', 'lease', 'services', 'refusals', 'body'].map((name) => `${name}.ts`),
);

const MAX_FILES_A_FOLDER = 20;

/** Imports of a room that comes later in its floor's order, in words; and rooms that have no place in it. */
export function brokenRooms(sources: Source[]): string[] {
  return sources.flatMap(({ path, imports }) => {
    const floor = FLOORS.find((one) => path.startsWith(one.path));
    if (!floor) return [];
    const own = placeOf(floor, path);
    if (own === null) return [`${path} stands in no room of ${floor.path}`];
    const later = imports.filter(
      ({ target }) => target?.startsWith(floor.path) && (placeOf(floor, target) ?? -1) > own,
    );
    return later.map(({ specifier, line }) => `${path}:${line} imports ${specifier}, of a later room`);
  });
}

/** A room's place in its floor's order; behind all rooms for the hall's files; null for what has none. */
function placeOf({ path: floor, rooms }: Floor, path: string): number | null {
  const [room, ...rest] = path.slice(floor.length).split('/');
  if (rest.length === 0) return HALLS.has(room ?? '') ? (floor === 'worker/routes/' ? -1 : rooms.length) : null;
  const place = rooms.indexOf(room ?? '');
  return place < 0 ? null : place;
}

/** Circles of files that import one another, types included: each as the files it runs through. */
export function circles(sources: Source[]): string[] {
  const targets = new Map(
    sources.map(({ path, imports }) => [path, imports.flatMap(({ target }) => (target === null ? [] : [target]))]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push([...trail.slice(at), path].join(' → '));
    if (at >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return found;
}

/** Folders with more files than one takes in at a glance. */
export function wideFolders(sources: Source[]): string[] {
  const files = new Map<string, number>();
  for (const { path } of sources) files.set(posix.dirname(path), (files.get(posix.dirname(path)) ?? 0) + 1);
  return [...files]
    .filter(([, n]) => n > MAX_FILES_A_FOLDER)
    .map(([folder, n]) => `${folder} holds ${n} files`)
    .sort();
}
