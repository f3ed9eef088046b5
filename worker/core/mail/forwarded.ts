import { LANGUAGES } from '../language/languages.ts';
import { isDividerAt } from './divider.ts';
import { headerBlockAt } from './header-block.ts';
import { isBlank, type MailLine } from './lines.ts';
import { ownWordsOf } from './own-words.ts';

/** Words with which a mail is passed on without saying anything ("FYI", "see below", "can you help with this?"). */
const MAX_PASSED_ON_WORDS = 3;
const MAX_INTRODUCING_WORDS = 10;

/**
 * What a mail passes on, where its author says next to nothing themselves: the body of the forwarded mail, without its
 * head and what it quotes in turn. Null where the author speaks, or nothing is passed on.
 */
export function passedOn(lines: readonly MailLine[], own: string, subject: string): string | null {
  const words = own.split(/\s+/).filter((word) => word !== '').length;
  if (words > MAX_INTRODUCING_WORDS) return null;
  const head = lines.findIndex(
    (line, at) => !isBlank(line) && (isDividerAt(lines, at) || headerBlockAt(lines, at, never) !== null),
  );
  if (head < 0) return null;
  const isForward = LANGUAGES.some(({ forwarded }) => forwarded.test(lines[head]!.text) || forwarded.test(subject));
  if (words > MAX_PASSED_ON_WORDS && !isForward) return null;
  let from = isDividerAt(lines, head) ? head + 1 : head;
  while (from < lines.length && isBlank(lines[from])) from++;
  const body = headerBlockAt(lines, from, always) ?? afterLabels(lines, from);
  const passed = ownWordsOf(lines.slice(body).map((line) => ({ ...line, isMarked: line.isMarked && !line.isSure })));
  return passed === '' ? null : passed;
}

const never = () => false;
const always = () => true;

/** Behind a divider a head may have two lines only. */
function afterLabels(lines: readonly MailLine[], from: number): number {
  let at = from;
  while (at < lines.length && /^[^:：\n]{1,25}[:：]\s?\S/.test(lines[at]!.text)) at++;
  return at;
}
