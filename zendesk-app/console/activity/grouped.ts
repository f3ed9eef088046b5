import type { ActivityEntry } from '../../../shared/console/knowledge.ts';

/** What an entry tells of, for who looks for one kind of thing. */
export const TOPICS = ['decisions', 'publications', 'drafts', 'said', 'settings'] as const;
export type Topic = (typeof TOPICS)[number];

const OF: Record<Topic, readonly string[]> = {
  decisions: [
    'approved',
    'edited',
    'rejected',
    'taken back',
    'sent back',
    'acknowledged',
    'assigned',
    'put off by a person',
    'taken up again',
  ],
  publications: [
    'sent',
    'published',
    'verified',
    'rolled back',
    'rollback asked',
    'rollback not possible',
    'healed',
    'no effect',
    'harmful',
    'write failed',
    'staged',
    'held',
  ],
  drafts: [
    'opened',
    'drafted',
    'drafted again',
    'rehearsed',
    'scored',
    'publish',
    'review',
    'escalate',
    'escalated',
    'superseded',
    'rebased',
    'stale base',
    'withdrawn',
    'article started',
  ],
  said: [
    'article flagged',
    'article doubted',
    'article upheld',
    'article helped',
    'question answered',
    'reply inserted',
    'answered yes',
    'answered no',
    'answers weighed',
  ],
  settings: [
    'policy changed',
    'publishing stopped',
    'publishing allowed',
    'answer done',
    'answer dropped',
    'answer handed over',
    'answer judged',
    'routing done',
    'routing dropped',
    'erasure asked',
    'webhook set',
    'webhook secret changed',
    'webhook removed',
    'resync asked',
    'replayed',
    'calibrated',
    'drift noticed',
    'departures told',
    'departures forgotten',
    'pilot begun',
    'pilot go',
    'pilot ended',
  ],
};

export function topicOf({ what }: Pick<ActivityEntry, 'what'>): Topic | null {
  return TOPICS.find((topic) => OF[topic].includes(what)) ?? null;
}

/** Entries that are one thing that happened: Mend's own steps on the way of one proposal, newest first, the last leading. */
export interface Happening {
  entry: ActivityEntry;
  steps: ActivityEntry[];
}

/** How far apart the steps of one proposal may lie and still be one thing: a redraft of the same day. Own choice. */
const TOGETHER_MS = 86_400_000;

/** One line a thing that happened: what Mend did on the way to a proposal stands behind its last step. */
export function grouped(entries: readonly ActivityEntry[]): Happening[] {
  const lines: Happening[] = [];
  for (const entry of entries) {
    const line = lines.find(
      ({ entry: lead }) =>
        isStep(entry) &&
        isStep(lead) &&
        lead.fixId !== null &&
        lead.fixId === entry.fixId &&
        lead.at - entry.at <= TOGETHER_MS,
    );
    if (line) line.steps.push(entry);
    else lines.push({ entry, steps: [] });
  }
  return lines;
}

const isStep = (entry: ActivityEntry): boolean => entry.actor === 'mend' && topicOf(entry) === 'drafts';
