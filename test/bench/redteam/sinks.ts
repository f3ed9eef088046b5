import { format } from 'node:util';
import type { Conversation } from '../../../shared/conversation.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { inEnglish } from '../../../shared/said/english.ts';
import { advise } from '../../../worker/loop/advise/advise.ts';
import { TENANT } from '../../loop/world/world.ts';
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
  { place, written }: Played,
  prompts: readonly RecordedPrompt[],
  logged: readonly string[],
): Promise<Collected> {
  const { fixes, conversations, activity, deadLetters, outbox, questions } = await place.kept();
  const drafts = (fixes as StoredFix[]).filter((fix) => !fix.id.startsWith('history-'));
  const told = conversations as Conversation[];
  const sidebar: string[] = [];
  for (const { id } of told) sidebar.push(...textsIn(await advise(place.ports, TENANT, id)));
  const sent = of(place.courier.letters).map(({ letter }) => letter.body);
  const digests = (outbox as { kind: string }[]).filter(({ kind }) => kind === 'digest');
  const entries = activity.map((one) => Object.values(one as object).join(' '));
  const stored = told.flatMap((c) => [c.subject, ...c.turns.map((turn) => turn.text)]);
  return {
    drafts,
    stored: distinct(stored),
    sinks: {
      article: distinct(written),
      draft: distinct(drafts.flatMap(textsOfFix)),
      sidebar: distinct(sidebar),
      notice: distinct([...outbox.flatMap(textsIn), ...sent, ...questions.flatMap(textsIn)]),
      digest: distinct(digests.flatMap(textsIn)),
      log: distinct([...logged, ...entries, ...deadLetters.flatMap(textsIn)]),
      prompt: distinct(prompts.flatMap(textsOfPrompt)),
    },
  };
}

const of = <T extends { tenant: string }>(rows: Iterable<T>): T[] => [...rows].filter((row) => row.tenant === TENANT);
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
  const written = (writer?.sections ?? []).flatMap(({ heading, sentences }) => [
    heading ?? '',
    ...sentences.flatMap(({ text, says }) => [text, ...says]),
  ]);
  const said = evidence.map(({ quote }) => quote);
  return [
    title,
    bodyHtml,
    ...terms,
    ...said,
    ...openQuestions.map(inEnglish),
    ...gates.map((g) => inEnglish(g.detail)),
    ...(also ?? []).flatMap((other) => [other.title, other.bodyHtml, other.removed, other.added]),
    reason ? inEnglish(reason) : '',
    ...written,
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
