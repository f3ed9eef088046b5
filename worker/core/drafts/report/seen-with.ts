import type { Conversation } from '../../../../shared/conversation.ts';

/** Distinct organizations that must name a thing: what one alone names may be its own number. */
const MIN_ORGANIZATIONS = 2;
const MAX_NAMED = 12;

/** A name with its version ("Windows 11", "iOS 17.2"), a version, a code of an error ("E-4021", "error 503"). */
const VERSIONED = /(?<![\p{L}\p{N}])\p{L}*\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)? \p{L}?\d+(?:\.\d+)*(?![\p{L}\p{N}])/gu;
const VERSION = /(?<![\p{L}\p{N}.])v?\d+(?:\.\d+){1,3}(?![\p{L}\p{N}.%])/giu;
const CODE =
  /(?<![\p{L}\p{N}])(?:\p{Lu}{1,8}(?:[-_]\p{Lu}{1,8})*[-_]?\d{2,6}|(?:error|code|status) #?\d{2,6}|\p{Lu}{2,}(?:_\p{Lu}{2,})+)(?![\p{L}\p{N}])/giu;

/**
 * Versions, devices, systems and error codes that people of several organizations name, with the conversations in which each
 * stands. Never masked: what is counted here is the product's and not a person's.
 * A name without a figure is none, since it may be somebody's.
 */
export function seenWith(conversations: readonly Conversation[]): { what: string; conversations: number }[] {
  const found = new Map<string, { forms: Map<string, number>; where: Set<string>; who: Set<string> }>();
  for (const { id, requesterId, organizationId, turns } of conversations) {
    const text = turns
      .filter(({ author }) => author !== 'bot')
      .map((turn) => turn.text)
      .join('\n');
    const named = [VERSIONED, CODE, VERSION].flatMap((form) => text.match(form) ?? []);
    for (const what of new Set(named)) {
      const key = what.toLowerCase().replace(/[\s_-]+/g, ' ');
      const one = found.get(key) ?? { forms: new Map(), where: new Set(), who: new Set() };
      one.forms.set(what, (one.forms.get(what) ?? 0) + 1);
      one.where.add(id);
      one.who.add(organizationId ?? requesterId);
      found.set(key, one);
    }
  }
  return [...found]
    .filter(([, { who }]) => who.size >= MIN_ORGANIZATIONS)
    .map(([key, { forms, where }]) => ({ what: commonestForm(forms), conversations: where.size, key }))
    .filter(({ key, conversations: own }, _, all) => !all.some((other) => isPartOf(key, own, other)))
    .sort((a, b) => b.conversations - a.conversations || (a.what < b.what ? -1 : 1))
    .slice(0, MAX_NAMED)
    .map(({ what, conversations: own }) => ({ what, conversations: own }));
}

/** Whether a name is only ever said as a part of another ("17.2" of "iOS 17.2"). */
const isPartOf = (key: string, own: number, other: { key: string; conversations: number }): boolean =>
  other.key !== key && ` ${other.key} `.includes(` ${key} `) && other.conversations >= own;

const commonestForm = (forms: ReadonlyMap<string, number>): string =>
  [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
