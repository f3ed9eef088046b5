import type { Habit } from '../../../shared/diagnosis.ts';
import type { Finding } from './finding.ts';
import type { Heard, PageIndex } from './pages.ts';

/** One wording of an act: how often it was met, and the latest conversation with it. */
export interface Wording {
  key: number;
  met: number;
  conversationId: string;
}

/** One thing agents say, or an article line says: the leader's reading, and how often it was met. */
export interface Act {
  id: number;
  frame: string[];
  stems: string[];
  functions: string[];
  isQuestion: boolean;
  slots: number;
  /** Present where its leader tells an event or a state of one case, and no rule. */
  isOneOff?: true;
  /** Distinct people's conversations in which it was said. */
  said: number;
  /** Observation count at which it was last met. */
  last: number;
  /** The leader's wording and how often it was met, and the commonest fuller one; absent until a second wording is met. */
  lead?: { wording: number; met: number; rival: number; rivalMet: number };
}

/** One sentence of an article, with what conversations of its issue said of it since it stands there. */
export interface Line {
  key: number;
  act: number;
  frame: string[];
  stems: string[];
  surfaces: string[];
  functions: string[];
  numbers: string[];
  /** The sentence as it stands, where it holds a value that can be checked; null else. */
  text: string | null;
  /** The sentence as it stands, where its words can be compared one by one; null else. */
  plain: string | null;
  slots: number;
  isQuestion: boolean;
  isHeading: boolean;
  /** Whether it is a sentence and no label: it ends like one or holds grammar. */
  isSentence: boolean;
  section: number;
  /** Which block (paragraph, list item, cell) of the article it stands in. */
  passage: number;
  /** Observation count at which the line came to stand there. */
  since: number;
  /** Conversations of the issue (one a person) since the line stands there, and those in which it was said. */
  trials: number;
  said: number;
  /** People of the staff (hashes) who say that it is right, and that it is wrong; absent where nobody does. */
  right?: number[];
  wrong?: number[];
}

export interface LearnedArticle {
  id: string;
  title: string;
  section: string;
  labels: string[];
  issueId: string;
  lines: Line[];
  /** Stems of the title and of the body, as features of customers' words. */
  titleWords: number[];
  /** Features of its text as a question would have them. */
  asked: number[];
  bodyWords: number[];
  /** Its words and how often each stands in it, the title counted thrice: word, times, word, times … */
  page: number[];
  /** The latest of what the staff said it helped with (hashes), so that none counts twice; absent where nobody did. */
  helped?: number[];
}

/** What one conversation taught, kept while its issue is small or it is recent, so that it can choose again or be withdrawn. */
export interface Member {
  conversationId: string;
  /** Which of its conversation's questions it is; absent where it is the first or only one. */
  question?: number;
  /** Who counts: the organization, or the person where there is none; and the person. */
  person: number;
  requester: number;
  at: number;
  /** Observation count at which it was learned. */
  seen: number;
  /** Whether it counts: the first conversation of its person or organization in the issue. */
  counts: boolean;
  acts: number[];
  /** Turn (0-based) in which each act was first said. */
  turns: number[];
  /** The wording in which each act was first said. */
  wordings: number[];
  /** Who of the agents said each act, as a hash; 0 where the helpdesk doesn't say. */
  speakers: number[];
  /** Each act as it was said, values and all, as a hash. */
  verbatim: number[];
  agent: number[];
  customer: number[];
  /** The words of both sides and how much each was said (times, less where it is boilerplate or a number), beside one another. */
  words: number[];
  times: number[];
  /** Sentences of agents that state something which is not said everywhere. */
  statements: number;
  /** The customer's first words, in which it is said what is asked. */
  opening: number[];
  /** The question's words in order, hashed; 0 between clauses and where a name or number stood. */
  said: number[];
  /** Features of the question, for suggestions. */
  asked: number[];
  lines: number[];
  /** Who of the agents said each of these lines. */
  lineSpeakers: number[];
  /** Whether agents acknowledged a defect of the product; whether they only did something on the account. */
  acknowledged: boolean;
  acted: boolean;
  /** Whether it came back or displeased its customer; null where that was not read. */
  isTroubled: boolean | null;
  /** Whether it ended badly in any way that is read, an escalation or an AI agent's failed answer too; null where that was not read. */
  endedBadly: boolean | null;
  /** The team that had it first and the one that solved it, and how long (ms) it took to get there; null where that is not known. */
  handed: { from: string; to: string; waitMs: number } | null;
}

export interface Issue {
  id: string;
  articleId: string | null;
  /** Conversations assigned, and those that count (one a person). */
  size: number;
  counted: number;
  people: number[];
  peopleSeen: number;
  customers: number[];
  customersSeen: number;
  firstAt: number;
  lastAt: number;
  /** Weight of pseudo-conversations it was born with. */
  born: number;
  counts: Map<number, number>;
  /** Conversations that count in which a word was said, by either side. */
  spoken: Map<number, number>;
  /** Sum of the relative place (0 first, 1 last) of each act in the conversations that say it. */
  places: Map<number, number>;
  /** Latest conversations that say each act, up to three. */
  witnesses: Map<number, string[]>;
  /** The commonest wordings of each act. */
  wordings: Map<number, Wording[]>;
  /** Conversations in which a feature of the question was met, and the correction of its weight by past mistakes. */
  asked: Map<number, number>;
  lean: Map<number, number>;
  members: Member[];
  finding: string | null;
}

export interface Settled {
  outcome: 'published' | 'rejected' | 'dismissed';
  /** The habit it was; absent where it was a failure of knowledge. */
  habit?: Habit;
  /** The acts it was about. */
  acts: number[];
  articleId: string | null;
  /** Where it was about another value of an article's sentence: that value, and the sentence as it stood. */
  value?: string;
  sentence?: string;
  /** The issue it was about; not known of what was settled before this was kept. */
  issueId?: string;
}

/** All that one tenant's conversations in one language taught. Mutable; only this folder reads its fields. */
export interface Learned {
  observed: number;
  acts: Map<number, Act>;
  actsOfStem: Map<string, number[]>;
  /** Number of acts that hold a stem. */
  stemActs: Map<string, number>;
  articles: Map<string, LearnedArticle>;
  issues: Map<string, Issue>;
  merged: Map<string, string>;
  pages: PageIndex;
  background: Map<number, number>;
  backgroundSize: number;
  /** Conversations that count, and those of them in which a word was said. */
  conversations: number;
  spoken: Map<number, number>;
  /** Sentences as they are said over and over, for telling boilerplate. */
  heard: Map<number, Heard>;
  asked: Map<number, number>;
  /** Stems that agents or articles use, by the hash under which features name them. */
  words: Map<number, string>;
  findings: Map<string, Finding>;
  settled: Map<string, Settled>;
  /** What conversations say of the claims of each article, in order of learning. */
  votes: Map<string, Vote[]>;
}

/** Nothing learned yet. */
export function emptyLearned(): Learned {
  return {
    observed: 0,
    acts: new Map(),
    actsOfStem: new Map(),
    stemActs: new Map(),
    articles: new Map(),
    issues: new Map(),
    merged: new Map(),
    pages: { pages: new Map(), holders: new Map(), times: new Map(), length: 0, norms: new Map() },
    background: new Map(),
    backgroundSize: 0,
    conversations: 0,
    spoken: new Map(),
    heard: new Map(),
    asked: new Map(),
    words: new Map(),
    findings: new Map(),
    settled: new Map(),
    votes: new Map(),
  };
}

/** What the agents of one conversation say of a claim of an article: the value (or words) that stands there, or another. */
export interface Vote {
  conversationId: string;
  /** Who was told: the organization, or the person where there is none; and who of the agents said it (0: not known). */
  person: number;
  by: number;
  /** Observation count at which it was learned. */
  seen: number;
  line: number;
  /** What the line states, named; what was said, named, and as it was written. */
  stated: string;
  said: string;
  text: string;
  /** Words of the line in whose place others were said; empty where values are compared. */
  words: string[];
  /** Probability that it is about this claim at all, 0 to 1. */
  worth: number;
}
