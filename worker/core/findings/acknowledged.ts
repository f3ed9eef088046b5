import { createReader, type Reader } from '../text/reader.ts';

/** How agents ended a conversation, where it wasn't with knowledge. */
export interface Ending {
  /** They acknowledged a defect of the product, or promised a fix of one. */
  acknowledged: boolean;
  /** They did something on the customer's account and told the customer nothing to do. */
  acted: boolean;
}

/** The language whose defects and actions are told by its words; in another one no product bug and no action is diagnosed. */
export const ENDINGS_READ_IN = 'en';

/** The ending of a conversation in a language that isn't read. */
export const UNREAD: Ending = { acknowledged: false, acted: false };

/** Support English for a defect, chosen for precision: what may also be a wrong setting is none. Every gap is bounded. */
const DEFECT = [
  /\b(?:known|confirmed|reproducible) (?:bug|defect|fault|regression)\b/,
  /\b(?:(?:this|that|it|which|there) (?:is|was)|it's|that's|looks like|be|found|hit|discovered|uncovered|caught|confirm(?:ed)?|identified|reproduced?) (?:indeed |actually |clearly |certainly )?(?:an?|the|this|that) (?:[\w.-]+ ){0,2}(?:bug|defect|regression)\b/,
  /\b(?:can|could|able to|managed to|have|we've|i've) (?:now |also )?reproduced? (?:it|this|that|the)\b/,
  /(?<!\byour )\b(?:developers?|engineers?|engineering|development team|dev team|product team)\b[^.;]{0,40}\b(?:working on|looking into|investigating|fixing|aware|preparing|testing)\b/,
  /\bworking on (?:an?|the) (?:\w+ )?(?:fix|patch|hotfix|bug ?fix)\b/,
  /\b(?:fix|hotfix|bug ?fix) (?:is|will be|should be) (?:\w+ ){0,3}(?:tested|prepared|deployed|rolled out|released|shipped|scheduled|coming|on its way)\b/,
  /\b(?:as soon as|once|when) (?:the|an?|this) (?:\w+ )?(?:fix|hotfix|bug ?fix) (?:is|has been|goes|comes)\b/,
  /\b(?:logged|filed|raised|reported|created|opened|submitted) (?:\w+ ){0,6}(?:bug|defect)\b/,
  /\bwill be (?:fixed|corrected) (?:in|with) (?:the |our |a )?(?:next|upcoming|coming|new|version|release)\b/,
] as const;

/** What takes it back: it is none, it can't be seen here, it is only supposed, or it is over. */
const NO_DEFECT = [
  /\b(?:not|isn't|wasn't|no|never) (?:\w+ ){0,3}(?:bug|defect|regression|fault)\b/,
  /\b(?:cannot|can't|can not|couldn't|could not|unable to|not able to|haven't|have not) (?:\w+ )?reproduced?\b/,
  /\b(?:if|whether|unless)\b/,
  /\b(?:has|have|had|was|were|is|are|got)(?: now| already| since| just)*(?: been)? (?:fixed|resolved|corrected|solved)\b/,
] as const;

const DID =
  "\\b(?:i|we)(?:'ve| have)?(?: just| now| already| also| then| since| manually| gone ahead and| went ahead and){0,3} ";
const HANDLED =
  '(?:changed|transferred|moved|reassigned|updated|corrected|removed|deleted|merged|restored|recovered|reactivated|unlocked|reset|extended|cancell?ed|upgraded|downgraded|closed|granted|lifted)';

/** Support English for an action that only staff can do: money given back, and rights or terms of an account changed. */
const ACTION = [
  new RegExp(`${DID}(?:refunded|reimbursed|credited|waived|voided)\\b`),
  new RegExp(`${DID}(?:issued|processed|made|sent) (?:you )?(?:an?|the|your) (?:\\w+ )?refund\\b`),
  new RegExp(
    `${DID}${HANDLED} (?:[\\w'-]+ ){0,5}(?:accounts?|owners?|ownership|subscription|plan|trial|licen[cs]es?|seats?|billing|invoice|workspace|contract)\\b`,
  ),
  new RegExp(`${DID}${HANDLED} (?:it|this|that|them) for you\\b`),
] as const;

const DOING =
  '(?:open|go|click|tap|press|choose|select|pick|turn|enter|type|set|switch|log|sign|reload|refresh|restart|install|reinstall|uninstall|update|upgrade|download|upload|drag|scroll|navigate|head|add|remove|change|use|try|clear|enable|disable|tick|untick|copy|paste|save|delete|invite|export|import|connect|disconnect)';

/** What tells the customer a way of their own. */
const GUIDANCE = [
  new RegExp(`^(?:(?:then|now|next|first|please|and|just|simply|on|in) [^.,]{0,40},? ?)?${DOING}\\b`),
  new RegExp(
    `\\b(?:please|you (?:can|could|need to|have to|will need to|should)) (?:\\w+ ){0,2}${DOING}\\b(?! (?:back|us|me)\\b)`,
  ),
] as const;

/** Reads how agents ended a conversation from their public turns. English only: in another language nothing is read. */
export function endingOf(turns: readonly { text: string }[], sentencesOf: Reader = createReader()): Ending {
  let acknowledged = false;
  let acted = false;
  let guided = false;
  for (const turn of turns) {
    for (const { text } of sentencesOf(turn.text)) {
      const said = text.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim();
      if (said.endsWith('?')) continue;
      if (isAny(DEFECT, said) && !isAny(NO_DEFECT, said)) acknowledged = true;
      if (isAny(ACTION, said)) acted = true;
      else if (isAny(GUIDANCE, said)) guided = true;
    }
  }
  return { acknowledged, acted: acted && !guided && !acknowledged };
}

/** Whether a sentence tells the customer a way of their own. English only. */
export function isGuidance(text: string): boolean {
  return isAny(GUIDANCE, text.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim());
}

function isAny(patterns: readonly RegExp[], said: string): boolean {
  return patterns.some((pattern) => pattern.test(said));
}
