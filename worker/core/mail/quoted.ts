/**
 * What mail programs put above the text they quote, by language. One line, or two where the program wraps it.
 * Source of the forms: Gmail, Apple Mail, Outlook, Thunderbird and Yahoo in en, de, es, fr, it, pt, nl, ja.
 */
const WROTE_LINE =
  /^[ \t]{0,9}(?:(?:on|am|el|le|il|em|no dia|op|den|w dniu|dne|vào)\s[^\n]{0,300}?(?:wrote|writes|schrieb|schreef|escribió|escribio|a écrit|ha scritto|escreveu|skrev|napisał\(?a?\)?|napsal\(?a?\)?|đã viết)[^\n:]{0,80}:?|[^\n]{0,200}<[^\s<>@]{1,64}@[^\s<>@]{1,255}>[^\n]{0,40}(?:wrote|schrieb|escribió|a écrit|escreveu|さんは書きました|のメッセージ)?[^\n:]{0,20}[::]|\d{4}年\d{1,2}月\d{1,2}日[^\n]{0,200}(?:[::]|<[^\s<>@]{1,64}@[^\s<>@]{1,255}>)|[^\n]{0,120}(?:wrote|schrieb|writes|escribió|escreveu|a écrit) ?:)[ \t]{0,9}$/i;
const WROTE_START = /^[ \t]{0,9}(?:on|am|el|le|il|em|op|den)\s[^\n]{0,200}\d[^\n]{0,200}$/i;

/** Everything from such a line on was said before, by somebody else. */
const DIVIDER =
  /^[ \t>]{0,9}(?:[-_=* ]{2,60}\s?(?:original message|original-nachricht|ursprüngliche nachricht|urspr\. nachricht|mensaje original|mensaje reenviado|message d'origine|message original|message transféré|messaggio originale|mensagem original|mensagem encaminhada|oorspronkelijk bericht|forwarded message|weitergeleitete nachricht|元のメッセージ|転送されたメッセージ|forwarded by [^\n]{0,80})\s?[-_=* ]{0,60}|begin forwarded message:?|anfang der weitergeleiteten (?:nachricht|e-mail):?|inicio del mensaje reenviado:?|début du message (?:transféré|réexpédié)\s?:?|início da mensagem encaminhada:?|##- please type your reply above this line -##|##- bitte geben sie ihre antwort oberhalb dieser zeile ein -##|_{20,200})[ \t]{0,9}$/i;

const HEADER_LINE =
  /^[ \t>*]{0,9}(?:from|sent|date|to|cc|bcc|subject|reply-to|importance|von|gesendet|datum|an|betreff|kopie|de|enviado(?: el)?|enviada(?: em)?|fecha|para|asunto|assunto|data|envoyé|à|objet|da|inviato|a|oggetto|van|verzonden|aan|onderwerp|差出人|送信日時|送信者|日時|宛先|件名)\*?\s?[::]\*?\s?(?:\S|$)/i;
const FIRST_HEADER = /^[ \t>*]{0,9}(?:from|von|de|da|van|差出人|送信者)\*?\s?[::]/i;

/** Lines that phones and mail programs add, and the hand-written end of a mail as `-- `. */
const FOOTER =
  /^[ \t]{0,9}(?:sent from (?:my |yahoo|outlook|mail for|proton|the all)[^\n]{0,120}|sent via [^\n]{0,80}|get outlook for (?:ios|android)[^\n]{0,120}|von meinem [^\n]{0,60} gesendet[^\n]{0,40}|gesendet (?:von|mit) [^\n]{0,100}|diese nachricht wurde von meinem [^\n]{0,100}|enviado (?:desde|do|a partir do|via) [^\n]{0,100}|obtener outlook para [^\n]{0,100}|envoyé (?:de|depuis) [^\n]{0,100}|télécharger outlook pour [^\n]{0,100}|inviato da[^\n]{0,100}|verzonden vanaf [^\n]{0,100}|iphoneから送信|(?:my )?(?:i(?:phone|pad)|android)[^\n]{0,30}から送信[^\n]{0,20})[ \t]{0,9}$/i;
const SIGNATURE = /^(?:--|—|––)[ \t]{0,3}$/;
const DISCLAIMER =
  /^[ \t*_]{0,9}(?:confidential(?:ity)?(?: notice)?\b[^\n]{0,20}[:.\-–]|disclaimer\s?[:.\-–]|this (?:e-?mail|message|communication)(?: and any (?:attachments?|files?)[^\n]{0,60})?(?: is| are| may| contains?| \(including)[^\n]{0,200}(?:confidential|privileged|intended|sole)|the information (?:contained|transmitted) in this (?:e-?mail|message)|if you (?:are not the intended recipient|have received this (?:e-?mail|message) in error)|diese (?:e-?mail|nachricht) (?:enthält|ist|kann)[^\n]{0,120}(?:vertraulich|bestimmt)|este (?:correo|mensaje|e-?mail)[^\n]{0,160}confidencia|ce (?:message|courriel|mail)[^\n]{0,160}confidentiel|esta mensagem[^\n]{0,160}confidencia|please consider the environment before printing|virus-free\.? ?www)/i;

/** Below this many lines a `From:` is a word of the author's, not the head of a quoted mail. */
const MIN_HEADER_LINES = 2;

/**
 * The words that the author of a mail wrote now: without quoted lines, forwarded mail, what stands below a mail
 * program's divider or header block, the signature after `-- `, phone footers and legal notices. Text that is not mail
 * stays as it is. What may be somebody else's is dropped: a mail of quotes alone gives ''. Linear in its length.
 */
export function stripQuoted(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!.slice(0, MAX_LINE_CHARS);
    if (endsMail(lines, at)) break;
    if (/^[ \t]{0,9}(?:>|&gt;|>|\|\s?>)/.test(line)) continue;
    const wroteLines = wroteLinesAt(lines, at);
    if (wroteLines > 0) {
      if (!isQuoteBelow(lines, at + wroteLines)) break;
      at += wroteLines - 1;
      continue;
    }
    if (FOOTER.test(line)) continue;
    kept.push(lines[at]!);
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const MAX_LINE_CHARS = 1_000;

function endsMail(lines: readonly string[], at: number): boolean {
  const line = lines[at]!.slice(0, MAX_LINE_CHARS);
  if (SIGNATURE.test(line) || DIVIDER.test(line) || DISCLAIMER.test(line)) return true;
  if (!FIRST_HEADER.test(line)) return false;
  let headers = 0;
  for (const next of lines.slice(at + 1, at + 8)) if (HEADER_LINE.test(next.slice(0, MAX_LINE_CHARS))) headers++;
  return headers >= MIN_HEADER_LINES;
}

/** How many lines from `at` on are an "On … wrote:", wrapped by the mail program into at most three. */
function wroteLinesAt(lines: readonly string[], at: number): number {
  const first = lines[at]!.slice(0, MAX_LINE_CHARS);
  if (WROTE_LINE.test(first)) return 1;
  if (!WROTE_START.test(first)) return 0;
  for (const count of [2, 3]) {
    const joined = lines
      .slice(at, at + count)
      .join(' ')
      .slice(0, MAX_LINE_CHARS);
    if (WROTE_LINE.test(joined)) return count;
  }
  return 0;
}

/** Answers between the quotes stay: below the line stand `>` quotes. Otherwise all that follows is the quote. */
function isQuoteBelow(lines: readonly string[], from: number): boolean {
  const next = lines.slice(from, from + 4).find((line) => line.trim() !== '');
  return next !== undefined && /^[ \t]{0,9}(?:>|&gt;)/.test(next);
}
