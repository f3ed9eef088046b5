import { inAnyLanguage } from '../language/mail-programs.ts';
import { headerBlockAt } from './header-block.ts';
import { isBlank, type MailLine } from './lines.ts';

/** Words of a divider between its dashes. */
const MAX_WORDS = 8;
const FENCED = /^[ \t>]{0,9}([-_=#]{2,60})[ \t]{0,3}([^\n]{2,80}?)[ \t]{0,3}([-_=#]{2,60})[ \t]{0,9}$/u;
/** Helpdesks draw the line above which an answer is to be written with marks of their own, in any language. */
const ABOVE_LINE = /^[ \t>]{0,9}##-\s?\S.{2,120}\S\s?-##[ \t]{0,9}$/u;
const ANSWER_ABOVE =
  /\b(?:reply|answer|respond|write|type)\b.{0,40}\babove\b|\b(?:antwort|schreiben)\p{L}{0,4}\b.{0,40}\b(?:oberhalb|über)\b|réponse.{0,40}au-dessus|respuesta.{0,40}encima|resposta.{0,40}acima|antwoord.{0,40}boven/iu;
const OPEN_ENDED = /^[ \t>]{0,9}(?:\p{L}[\p{L}\p{M}'’ -]{2,60})\s?[:：]?[ \t]{0,9}$/u;
const RULE = /^[ \t>]{0,9}_{20,200}[ \t]{0,9}$/;
const UNDER_RULE = /^[ \t>*]{0,9}\p{L}[\p{L}\p{M} ]{0,20}[*]?\s?[:：]/u;

const MESSAGE = new RegExp([...inAnyLanguage('message')].join('|'), 'iu');
const APPLE_FORWARD =
  /^(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|inicio del mensaje reenviado|début du message (?:transféré|réexpédié)|início da mensagem (?:encaminhada|reencaminhada)|inizio messaggio inoltrato|begin doorgestuurd bericht|転送されたメッセージ)\s?[:：]?$/iu;
const BY_NOTES = /forwarded by /i;

/**
 * Whether everything from line `at` on was said before, by somebody else: a line of dashes around a program's words for
 * an older message, a helpdesk's "above this line", a rule over a header. Dashes around an author's own words are none.
 */
export function isDividerAt(lines: readonly MailLine[], at: number): boolean {
  const line = lines[at]!.text;
  if (line.length > 200 || line.trim() === '') return false;
  if (ABOVE_LINE.test(line) || APPLE_FORWARD.test(line.trim())) return true;
  if (RULE.test(line)) return UNDER_RULE.test(nextText(lines, at + 1));
  const fenced = FENCED.exec(line);
  if (!fenced) return false;
  const [, before = '', words = '', after = ''] = fenced;
  if (ANSWER_ABOVE.test(words)) return true;
  if (before.length < 3 || after.length < 3 || words.split(/\s+/).length > MAX_WORDS) return false;
  if (MESSAGE.test(words.toLowerCase()) || BY_NOTES.test(words)) return true;
  return OPEN_ENDED.test(words) && headerBlockAt(lines, nextIndex(lines, at + 1), () => true) !== null;
}

function nextIndex(lines: readonly MailLine[], from: number): number {
  let at = from;
  while (at < lines.length - 1 && at < from + 3 && isBlank(lines[at])) at++;
  return Math.min(at, lines.length - 1);
}

const nextText = (lines: readonly MailLine[], from: number): string => lines[nextIndex(lines, from)]?.text ?? '';
