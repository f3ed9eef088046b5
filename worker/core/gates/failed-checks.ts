import { CONTENT_RULES, type ContentRule } from '../../../shared/fix.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';

/** A content rule that a proposal broke, with the words that break it. */
export interface FailedCheck {
  rule: ContentRule;
  detail: Said;
}

/**
 * The content rules that a proposal breaks as it stands: while there is one, nobody can approve it. A person's wording was
 * held to them when it was stored, so it has none. A lost rehearsal or a model that was away says nothing of the text.
 */
export function failedChecks({ gates, isEdited }: Pick<StoredFix, 'gates' | 'isEdited'>): FailedCheck[] {
  if (isEdited) return [];
  return gates.flatMap(({ name, isPassed, detail }) => {
    const rule = CONTENT_RULES.find((one) => one === name);
    return rule && !isPassed ? [{ rule, detail }] : [];
  });
}

/** The checks of a proposal once a person worded it: their wording broke no content rule, or it would not be stored. */
export function checksOfWording(gates: StoredFix['gates']): StoredFix['gates'] {
  const others = gates.filter(({ name }) => name !== 'content' && !CONTENT_RULES.some((rule) => rule === name));
  return [...others, { name: 'content', isPassed: true, detail: say('detail.worded') }];
}
