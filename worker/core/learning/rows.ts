import { indexAct } from '../acts/acts.ts';
import { addPage } from '../coverage/page-index.ts';
import type { Ending } from '../findings/acknowledged.ts';
import type { Finding } from '../learned/finding.ts';
import {
  type Act,
  emptyLearned,
  type Issue,
  type Learned,
  type LearnedArticle,
  type Member,
  type Settled,
  type Vote,
  type Wording,
} from '../learned/state.ts';

export interface Row {
  kind: string;
  key: string;
  json: string;
}

/** Longest piece of JSON in one row, in UTF-16 units: under 256 KB also where every unit takes three bytes. */
const MAX_JSON = 80_000;

/** Entries of a long table in one row, so that a small change touches one row. */
const CHUNK = 2_000;

type Pairs<K, V> = [K, V][];
type StoredIssue = Omit<Issue, 'counts' | 'spoken' | 'places' | 'witnesses' | 'wordings' | 'asked' | 'lean'> & {
  asked: number[];
  lean: number[];
  counts: number[];
  spoken: number[];
  places: number[];
  witnesses: Pairs<number, string[]>;
  wordings: Pairs<number, Wording[]>;
};

/** The whole state as rows, each under 256 KB. `fromRows` gives back a state that learns on exactly as this one would. */
export function toRows(learned: Learned): Row[] {
  const rows: Row[] = [];
  const put = (kind: string, key: string, value: unknown): void => {
    const json = JSON.stringify(value);
    for (let i = 0, piece = 0; i < json.length; i += MAX_JSON, piece++)
      rows.push({
        kind,
        key: `${key}.${String(piece).padStart(4, '0')}`,
        json: JSON.stringify(json.slice(i, i + MAX_JSON)),
      });
  };
  const chunks = (kind: string, entries: unknown[]): void => {
    for (let i = 0; i < entries.length; i += CHUNK)
      put(kind, String(i / CHUNK).padStart(6, '0'), entries.slice(i, i + CHUNK));
  };
  put('head', '', {
    observed: learned.observed,
    backgroundSize: learned.backgroundSize,
    conversations: learned.conversations,
    issues: [...learned.issues.keys()],
    articles: [...learned.articles.keys()],
  });
  chunks('act', [...learned.acts.values()]);
  chunks('background', [...learned.background]);
  chunks('asked', [...learned.asked]);
  chunks('spoken', [...learned.spoken]);
  chunks(
    'heard',
    [...learned.heard].map(([wording, { met, pages }]) => [wording, met, ...pages]),
  );
  chunks('word', [...learned.words]);
  chunks('merged', [...learned.merged]);
  chunks('finding', [...learned.findings]);
  chunks('settled', [...learned.settled]);
  for (const [articleId, votes] of learned.votes) put('votes', articleId, votes);
  for (const issue of learned.issues.values())
    put('issue', issue.id, {
      ...issue,
      counts: [...issue.counts].flat(),
      spoken: [...issue.spoken].flat(),
      places: [...issue.places].flat(),
      witnesses: [...issue.witnesses],
      wordings: [...issue.wordings],
      asked: [...issue.asked].flat(),
      lean: [...issue.lean].flat(),
    } satisfies StoredIssue);
  for (const article of learned.articles.values()) put('article', article.id, article);
  return rows;
}

/** The state that rows hold, in whatever order they come. */
export function fromRows(rows: readonly Row[]): Learned {
  const learned = emptyLearned();
  const pieces = new Map<string, string>();
  const ordered = [...rows].sort((a, b) => order(a.kind, b.kind) || order(a.key, b.key));
  for (const row of ordered) {
    const name = `${row.kind}/${row.key.slice(0, -5)}`;
    pieces.set(name, (pieces.get(name) ?? '') + (JSON.parse(row.json) as string));
  }
  const stored = new Map([...pieces].map(([name, json]) => [name, JSON.parse(json) as unknown]));
  const head = stored.get('head/') as
    | { observed: number; backgroundSize: number; conversations: number; issues: string[]; articles: string[] }
    | undefined;
  if (!head) return learned;
  const entries = <T>(kind: string): T[] =>
    [...stored].filter(([name]) => name.startsWith(`${kind}/`)).flatMap(([, v]) => v as T[]);
  learned.observed = head.observed;
  learned.backgroundSize = head.backgroundSize;
  learned.conversations = head.conversations ?? 0;
  for (const act of entries<Act>('act')) {
    learned.acts.set(act.id, act);
    indexAct(learned, act);
  }
  learned.background = new Map(entries<[number, number]>('background'));
  learned.asked = new Map(entries<[number, number]>('asked'));
  learned.spoken = new Map(entries<[number, number]>('spoken'));
  for (const [wording = 0, met = 0, ...pages] of entries<number[]>('heard')) learned.heard.set(wording, { met, pages });
  learned.words = new Map(entries<[number, string]>('word'));
  learned.merged = new Map(entries<[string, string]>('merged'));
  learned.findings = new Map(entries<[string, Finding]>('finding'));
  learned.settled = new Map(entries<[string, Settled]>('settled'));
  for (const [name, votes] of stored)
    if (name.startsWith('votes/')) learned.votes.set(name.slice('votes/'.length), votes as Vote[]);
  for (const id of head.issues) {
    const issue = stored.get(`issue/${id}`) as StoredIssue;
    learned.issues.set(id, {
      ...issue,
      members: issue.members.map(asNow),
      counts: paired(issue.counts),
      spoken: paired(issue.spoken ?? []),
      places: paired(issue.places),
      witnesses: new Map(issue.witnesses),
      wordings: new Map(issue.wordings),
      asked: paired(issue.asked),
      lean: paired(issue.lean),
    });
  }
  for (const id of head.articles) {
    const article = stored.get(`article/${id}`) as LearnedArticle;
    addPage(learned.pages, id, article.page ?? []);
    learned.articles.set(id, {
      ...article,
      lines: article.lines.map((line) => ({ ...line, plain: line.plain ?? null })),
    });
  }
  return learned;
}

type Later =
  | keyof Ending
  | 'isTroubled'
  | 'endedBadly'
  | 'handed'
  | 'speakers'
  | 'verbatim'
  | 'said'
  | 'lineSpeakers'
  | 'words'
  | 'times'
  | 'statements';

/** A member as it was stored, also before its ending and its speakers were read. */
function asNow(m: Omit<Member, Later> & Partial<Pick<Member, Later>>): Member {
  return {
    ...m,
    acknowledged: m.acknowledged ?? false,
    acted: m.acted ?? false,
    isTroubled: m.isTroubled ?? null,
    endedBadly: m.endedBadly ?? null,
    handed: m.handed ?? null,
    speakers: m.speakers ?? m.acts.map(() => 0),
    said: m.said ?? [],
    words: m.words ?? [],
    times: m.times ?? [],
    statements: m.statements ?? 0,
    verbatim: m.verbatim ?? m.acts.map(() => 0),
    lineSpeakers: m.lineSpeakers ?? m.lines.map(() => 0),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function paired(flat: readonly number[]): Map<number, number> {
  const map = new Map<number, number>();
  for (let i = 0; i + 1 < flat.length; i += 2) map.set(flat[i]!, flat[i + 1]!);
  return map;
}
