import type { Gap, Publication, StoredFix } from '../../../shared/index.ts';
import { inEnglish } from '../../../shared/said/english.ts';
import type { Activity } from '../../../worker/loop/ports/stores/activity.ts';
import type { Knowledge } from './knowledge.ts';
import { CAUSE_WORDS, counted, KIND_WORDS } from './words.ts';

export const FINDING_KINDS = ['gap', 'waiting', 'published', 'rejected', 'healed', 'harmful', 'failed'] as const;
/** One thing the loop found or did that a person wants to hear of. */
export interface FoundLine {
  kind: (typeof FINDING_KINDS)[number];
  text: string;
}

/** What the watch step's verdicts are called in the activity log, and what we say. */
const VERDICTS: Record<string, { kind: 'healed' | 'harmful'; words: string }> = {
  healed: { kind: 'healed', words: 'healed' },
  harmful: { kind: 'harmful', words: 'made it worse, a person has to look' },
};

/** Tells what is new since it was asked last, each thing once. */
export function createFindings(knowledge: Knowledge): () => Promise<FoundLine[]> {
  const told = new Set<string>();
  const isNew = (key: string) => !told.has(key) && told.add(key);
  return async () => {
    const [gaps, fixes, publications, activity] = await Promise.all([
      knowledge.gaps(),
      knowledge.fixes(),
      knowledge.publications(),
      knowledge.activity(),
    ]);
    const newGaps = gaps.filter((gap) => isNew(`gap ${gap.id}`));
    const people = newGaps.length > 0 ? await peopleBy(knowledge) : new Map<string, string>();
    const byId = new Map(gaps.map((gap) => [gap.id, gap]));
    return [
      ...newGaps.map((gap) => gapLine(gap, people)),
      ...fixes.filter((fix) => isWaiting(fix) && isNew(`waiting ${fix.gapId}`)).map(waitingLine),
      ...fixes.filter((fix) => fix.state === 'rejected' && isNew(`rejected ${fix.id}`)).map(rejectedLine),
      ...publications.filter((p) => p.state === 'done' && isNew(`published ${p.id}`)).map(publishedLine),
      ...activity
        .toReversed()
        .filter((entry) => entry.what in VERDICTS && isNew(`${entry.what} ${entry.subject}`))
        .map((entry) => verdictLine(entry, fixes, byId)),
    ];
  };
}

async function peopleBy(knowledge: Knowledge): Promise<Map<string, string>> {
  return new Map((await knowledge.observations()).map((o) => [o.conversationId, o.requesterId]));
}

const isWaiting = (fix: StoredFix) => fix.state === 'in_review' || fix.state === 'escalated';

function gapLine(gap: Gap, people: Map<string, string>): FoundLine {
  const customers = new Set(gap.conversationIds.map((id) => people.get(id) ?? id)).size;
  return { kind: 'gap', text: `“${gap.title}”: ${CAUSE_WORDS[gap.cause]} (${counted(customers, 'customer')} so far)` };
}

function waitingLine(fix: StoredFix): FoundLine {
  const sure = fix.confidence === null ? '' : `, confidence ${fix.confidence.toFixed(2)}`;
  return {
    kind: 'waiting',
    text: `${KIND_WORDS[fix.kind]}, “${fix.title}”${sure}. ${fix.reason ? inEnglish(fix.reason) : ''}`.trim(),
  };
}

function rejectedLine(fix: StoredFix): FoundLine {
  return {
    kind: 'rejected',
    text: `${KIND_WORDS[fix.kind]}, “${fix.title}”: ${fix.reason ? inEnglish(fix.reason) : 'no reason given'}`,
  };
}

function publishedLine(publication: Publication): FoundLine {
  const { articleId, before } = publication;
  const what = articleId === null ? 'new macro' : before === null ? 'new article' : 'article changed';
  return {
    kind: 'published',
    text: `${what}: “${publication.after.title}” (approved by ${publication.by}, read back)`,
  };
}

function verdictLine(entry: Activity, fixes: StoredFix[], gaps: Map<string, Gap>): FoundLine {
  const fix = fixes.find(({ id }) => id === entry.subject);
  const title = fix?.title ?? gaps.get(fix?.gapId ?? '')?.title ?? entry.subject;
  const { kind, words } = VERDICTS[entry.what] ?? { kind: 'healed', words: entry.what };
  return { kind, text: `“${title}” ${words}: ${inEnglish(entry.reason)}` };
}
