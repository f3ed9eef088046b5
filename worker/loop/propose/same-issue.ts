import type { Gap, StoredFix } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { shareIn, statementsOf } from '../../core/grounding/statements.ts';
import { meaningWords } from '../../core/grounding/vocabulary.ts';
import { isUndecided } from '../observe/open-gap.ts';
import type { Ports } from '../ports/ports.ts';

/** Share of the words of one question that another has, from which on a model is asked whether they ask the same. */
const MIN_ALIKE = 0.3;

/** Gaps looked at for a twin, the newest; one question is asked at most. */
const MAX_LOOKED_AT = 100;

/**
 * What a model doubts of a fix that is about to be published by itself: the first statement that it finds in none of
 * its quotes, as a reason to ask a person; null where it doubts nothing, gave no answer, or none is set. Its yes is worth
 * nothing: code has checked every statement already. Throws RetryLater while waiting for the model may help.
 */
export async function doubtOf(ports: Pick<Ports, 'writer'>, tenant: string, fix: StoredFix): Promise<Said | null> {
  if (!ports.writer) return null;
  const statements = statementsOf(fix.bodyHtml, fix.baseHtml, fix.evidence).map(({ text, support }) => ({
    text,
    quotes: support.map((index) => fix.evidence[index]!.quote),
  }));
  if (statements.length === 0) return null;
  const judged = await ports.writer.judgeGrounded(tenant, statements);
  const doubted = judged.outcome === 'answered' ? judged.value.unsupported.map((index) => statements[index]) : [];
  const first = doubted.find((statement) => statement !== undefined);
  return first ? say('decide.doubt', { text: first.text }) : null;
}

/**
 * Another open gap whose customers may ask for the same, as a model says; null where none is near, or no model is set. A
 * hint for who reviews: it merges nothing. Throws RetryLater while waiting for the model may help.
 */
export async function twinOf(
  ports: Pick<Ports, 'gaps' | 'observations' | 'writer'>,
  tenant: string,
  gap: Gap,
): Promise<Gap | null> {
  if (!ports.writer || gap.cause !== 'missing') return null;
  const others = (await ports.gaps.list(tenant))
    .filter((other) => other.id !== gap.id && other.cause === 'missing' && other.language === gap.language)
    .filter(isUndecided)
    .slice(-MAX_LOOKED_AT);
  const words = meaningWords(gap.title);
  const near = others
    .map((other) => ({ other, alike: shareIn(words, new Set(meaningWords(other.title))) }))
    .filter(({ alike }) => alike >= MIN_ALIKE)
    .sort((a, b) => b.alike - a.alike || (a.other.id < b.other.id ? -1 : 1))[0]?.other;
  if (!near) return null;
  const [a, b] = await Promise.all([gap, near].map((one) => askedIn(ports, tenant, one)));
  const judged = await ports.writer.judgeSame(tenant, a!, b!);
  return judged.outcome === 'answered' && judged.value.isSame ? near : null;
}

/** What its first customer asked, redacted; its title where that is forgotten. */
async function askedIn(ports: Pick<Ports, 'observations'>, tenant: string, gap: Gap): Promise<string> {
  const first = gap.openedWith[0];
  const observation = first === undefined ? null : await ports.observations.find(tenant, first);
  return observation?.question || gap.title;
}
