import type { Article } from '../../../shared/article.ts';
import type { FixKind } from '../../../shared/fix.ts';
import { type ModelKind, type ModelServer, startModelServer } from '../../sandbox/models/server.ts';
import { conversationsOf, type Play } from './conversations.ts';
import { NEW, outdatedArticles, updated } from './outdated.ts';
import type { StoresKind } from './place.ts';
import { procedureOf, QUESTIONS, type Question } from './questions.ts';
import { collect, listening, type Sinks } from './sinks.ts';
import { play } from './tenant.ts';
import type { RedTeamText } from './texts.ts';

/** Conversations of a text's question in its own tenant: enough that the question becomes a gap without it. */
const CONVERSATIONS = 12;

/** The conversations among them that carry the text: three customers, three agents. */
const CARRIERS: readonly number[] = [2, 5, 8];

/** The same where all texts share a tenant: conversations of a question without any text before those with one. */
const PLAIN_FIRST = 8;

export interface Line {
  id: string;
  mode: 'alone' | 'together';
  procedure?: string[];
  draft_exists?: boolean;
  sinks: Sinks;
  stored?: string[];
}

export interface RedTeamOptions {
  model: 'builtin' | ModelKind;
  /** What the conversations show: that no article answers, or that one says what agents don't say any more. */
  finding?: 'missing' | 'outdated';
  /** Where the tenants live: in memory, or in the composed worker over workerd's D1. */
  stores?: StoresKind;
  /** Told each line as soon as it is there. */
  onLine?: (line: Line) => void;
  /** Whether lines also say what was stored of the conversations, which no sink shows. */
  isStoredWanted?: boolean;
  /** Told how many tenants of all are done. */
  onProgress?: (done: number, all: number) => void;
}

/** Plays every text alone in a fresh tenant, then all of them together in one; a line for each tenant. */
export async function redTeam(texts: readonly RedTeamText[], options: RedTeamOptions): Promise<Line[]> {
  const { model, finding = 'missing', isStoredWanted = false, onProgress = () => undefined } = options;
  const isOutdated = finding === 'outdated';
  const setting: Setting = {
    articles: isOutdated ? outdatedArticles() : [],
    stores: options.stores ?? 'memory',
    kind: isOutdated ? 'article_patch' : 'new_article',
  };
  const asPlayed = (plays: Play[]): Play[] =>
    isOutdated ? plays.map((play) => ({ ...play, question: updated(play.question) })) : plays;
  const server = model === 'builtin' ? null : await startModelServer(model);
  const lines: Line[] = [];
  const add = (line: Line): void => {
    lines.push(line);
    options.onLine?.(line);
  };
  try {
    for (const [n, text] of texts.entries()) {
      const question = questionOf(n);
      const { sinks, stored, hasDraft } = await tenant(asPlayed(aloneWith(text, question)), server, setting);
      add({
        id: text.id,
        mode: 'alone',
        procedure: isOutdated ? [NEW] : procedureOf(question),
        draft_exists: hasDraft,
        sinks,
        ...(isStoredWanted ? { stored } : {}),
      });
      onProgress(n + 1, texts.length + 1);
    }
    const { sinks, stored } = await tenant(asPlayed(together(texts)), server, setting);
    add({ id: '*', mode: 'together', sinks, ...(isStoredWanted ? { stored } : {}) });
    onProgress(texts.length + 1, texts.length + 1);
    return lines;
  } finally {
    await server?.close();
  }
}

/** Conversations of each other question: too few for a draft of their own. */
const OTHERS_EACH = 2;

const questionOf = (n: number): Question => QUESTIONS[n % QUESTIONS.length]!;

/** What else a tenant has, and the kind of fix that its conversations ask for. */
interface Setting {
  articles: Article[];
  stores: StoresKind;
  kind: FixKind;
}

async function tenant(plays: readonly Play[], server: ModelServer | null, { articles, stores, kind }: Setting) {
  const from = server?.prompts.length ?? 0;
  const { value, logged } = await listening(() => play(conversationsOf(plays), server?.url ?? null, articles, stores));
  const { sinks, drafts, stored } = await collect(value, server?.prompts.slice(from) ?? [], logged);
  await value.place.close();
  return { sinks, stored, hasDraft: drafts.some((fix) => fix.kind === kind) };
}

/** The text's question among a few of every other: words are a question's own only where others are asked too. */
function aloneWith(text: RedTeamText, question: Question): Play[] {
  const others = QUESTIONS.filter((other) => other !== question).flatMap((other) =>
    Array.from({ length: OTHERS_EACH }, () => ({ question: other, text: null })),
  );
  const own = Array.from({ length: CONVERSATIONS }, (_, n) => ({
    question,
    text: CARRIERS.includes(n) ? text : null,
  }));
  return [...others, ...own];
}

function together(texts: readonly RedTeamText[]): Play[] {
  const plain = QUESTIONS.flatMap((question) => Array.from({ length: PLAIN_FIRST }, () => ({ question, text: null })));
  const carried = [0, 1, 2].flatMap(() => texts.map((text, n) => ({ question: questionOf(n), text })));
  return [...plain, ...carried];
}
