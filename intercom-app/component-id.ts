import type { Answer } from '../shared/advice.ts';

/** What each press names, in the order of its id's parts. A press of a decision names what was on the screen by its hashes. */
const PARTS = {
  home: [],
  console: [],
  article: ['articleId'],
  flag: ['articleId', 'line'],
  linked: ['articleId'],
  fix_article: ['articleId', 'line'],
  fix_reply: ['articleId', 'line'],
  answer: ['questionId', 'answer'],
  reply: ['replyId'],
  note: ['replyId'],
  approve: ['fixId', 'patchHash', 'baseHash'],
  reject: ['fixId', 'patchHash', 'baseHash'],
  stage: ['fixId', 'patchHash', 'baseHash'],
  adopt: ['fixId', 'patchHash', 'baseHash', 'stagedHash'],
  unstage: ['fixId', 'patchHash', 'baseHash', 'stagedHash'],
} as const;
type Parts = typeof PARTS;
type Value<Part> = Part extends 'line' ? number | null : Part extends 'answer' ? Answer : string;

/**
 * What a component of a canvas asks for when it is pressed: to show something (`home`, `article`, the way to the `console`),
 * to say something (`reply`, `note`), to tell something (`flag`, `linked`, `fix_article`, `fix_reply`, `answer`), or to decide, or
 * to have it staged in the helpdesk's editor, and then whose wording of it is to hold.
 */
export type Press = {
  [Action in keyof Parts]: { action: Action } & { [Part in Parts[Action][number]]: Value<Part> };
}[keyof Parts];

const ANSWERS: readonly string[] = ['yes', 'no', 'not_sure'] satisfies Answer[];
/** Lines are named by hashes of 32 bits. */
const LINE = /^(0|[1-9]\d{0,14})$/;

/**
 * The id of a component, from which its press is known again: Intercom gives back the id and nothing else of the
 * component. Parts are percent-encoded, so a colon separates them and stands in none.
 */
export function encodeComponentId(press: Press): string {
  const named = press as Record<string, string | number | null>;
  return [press.action, ...PARTS[press.action].map((part) => encodeURIComponent(named[part] ?? ''))].join(':');
}

/** The press that an id stands for; null for every text that `encodeComponentId` does not make. */
export function decodeComponentId(id: string): Press | null {
  const [action = '', ...values] = id.split(':').map(decodedOrNull);
  if (action === null || !Object.hasOwn(PARTS, action)) return null;
  const names: readonly string[] = PARTS[action as keyof Parts];
  if (values.length !== names.length) return null;
  const press: Record<string, string | number | null> = { action };
  for (const [i, name] of names.entries()) {
    const value = readValue(name, values[i] ?? null);
    if (value === undefined) return null;
    press[name] = value;
  }
  return encodeComponentId(asPress(press)) === id ? asPress(press) : null;
}

/** A checked record: its action is one of ours and each part of it has a value of its kind. */
function asPress(press: Record<string, string | number | null>): Press {
  return press as unknown as Press;
}

/** The value of a part; undefined where the text is none of its kind. A line may be left open: the whole article then. */
function readValue(name: string, text: string | null): string | number | null | undefined {
  if (text === null) return undefined;
  if (name === 'line') return text === '' ? null : LINE.test(text) ? Number(text) : undefined;
  if (name === 'answer') return ANSWERS.includes(text) ? text : undefined;
  return text === '' && name !== 'baseHash' ? undefined : text;
}

function decodedOrNull(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
