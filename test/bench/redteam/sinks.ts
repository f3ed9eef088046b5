import { format } from 'node:util';
import type { StoredFix } from '../../../shared/gap.ts';
import { advise } from '../../../worker/loop/advise.ts';
import { TENANT } from '../../loop/world.ts';
import { readRequest, textsIn } from '../../sandbox/models/prompt.ts';
import type { RecordedPrompt } from '../../sandbox/models/server.ts';
import type { Played } from './tenant.ts';

export const SINKS = ['article', 'draft', 'sidebar', 'notice', 'digest', 'log', 'prompt'] as const;
export type Sink = (typeof SINKS)[number];
export type Sinks = Record<Sink, string[]>;

export interface Collected {
  sinks: Sinks;
  drafts: StoredFix[];
  /** Customers' and agents' words as they were stored: redacted, and shown by no sink. */
  stored: string[];
}

/** Everything that a tenant's run showed or stored, by where. `logged` is what went to the console meanwhile. */
export async function collect(
  { world, written }: Played,
  prompts: readonly RecordedPrompt[],
  logged: readonly string[],
): Promise<Collected> {
  const { shelf, ports } = world;
  const of = <T extends { tenant: string }>(rows: Iterable<T>): T[] => [...rows].filter((row) => row.tenant === TENANT);
  const drafts = of(shelf.fixes.values()).flatMap(({ fix }) => (fix.id.startsWith('history-') ? [] : [fix]));
  const activity = of(shelf.activity).map(({ activity: { id: _, ...one } }) => Object.values(one).join(' '));
  const sidebar: string[] = [];
  for (const { conversation } of of(shelf.conversations.values()))
    sidebar.push(...textsIn(await advise(ports, TENANT, conversation.id)));
  const dead = of(shelf.dead.values()).map(({ reason }) => reason);
  const notices = of(shelf.outbox.values()).map(({ row }) => row);
  const sent = of(world.courier.letters).map(({ letter }) => letter.body);
  const asked = of(shelf.questions.values()).map(({ question }) => question);
  const stored = of(shelf.conversations.values()).flatMap(({ conversation: c }) => [
    c.subject,
    ...c.turns.map((turn) => turn.text),
  ]);
  return {
    drafts,
    stored: distinct(stored),
    sinks: {
      article: distinct(written),
      draft: distinct(drafts.flatMap(textsOfFix)),
      sidebar: distinct(sidebar),
      notice: distinct([...notices.flatMap(textsIn), ...sent, ...asked.flatMap(textsIn)]),
      digest: distinct(notices.filter(({ kind }) => kind === 'digest').flatMap(textsIn)),
      log: distinct([...logged, ...activity, ...dead]),
      prompt: distinct(prompts.flatMap(textsOfPrompt)),
    },
  };
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');

function textsOfFix({
  title,
  bodyHtml,
  terms,
  evidence,
  openQuestions,
  gates,
  reason,
  writer,
  also,
}: StoredFix): string[] {
  const wordings = writer?.wordings.flatMap(({ statement, text }) => [statement, text]) ?? [];
  const said = evidence.map(({ quote }) => quote);
  return [
    title,
    bodyHtml,
    ...terms,
    ...said,
    ...openQuestions,
    ...gates.map((g) => g.detail),
    ...(also ?? []).flatMap((other) => [other.title, other.bodyHtml, other.removed, other.added]),
    reason ?? '',
    ...wordings,
  ];
}

/** What a model read: its instructions and each text of the data, or the body where it is no request. */
function textsOfPrompt({ body }: RecordedPrompt): string[] {
  try {
    const { system, user, data } = readRequest(body);
    return [system, user, ...textsIn(data)];
  } catch {
    return [body];
  }
}

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;

/** Runs `work` with everything that it writes to the console kept instead of shown. */
export async function listening<T>(work: () => Promise<T>): Promise<{ value: T; logged: string[] }> {
  const logged: string[] = [];
  const before = METHODS.map((method) => console[method]);
  for (const method of METHODS) console[method] = (...values: unknown[]) => void logged.push(format(...values));
  try {
    return { value: await work(), logged };
  } finally {
    METHODS.forEach((method, i) => {
      console[method] = before[i]!;
    });
  }
}
