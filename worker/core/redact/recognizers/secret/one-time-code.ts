import type { Recognizer } from '../../recognizer.ts';
import { type Span, spansOf } from '../../span.ts';

/** A code as it is sent or said: 4 to 10 signs, in groups or one by one. */
const VALUE =
  /(?:[A-Z]{1,3}-)?(?:\d(?:[ -]\d){3,9}|\d{2,4}(?:[ -]\d{2,4}){1,3}|\d{3,10}|(?=[A-Z0-9-]{0,12}\d)[A-Z0-9]{3,10}(?:-[A-Z0-9]{3,10}){0,3}|(?=[a-z-]{0,6}\d)[a-z0-9]{3,6}(?:-[a-z0-9]{3,6}){1,3})(?![\p{L}\p{N}])/uy;
const LINK =
  /^(?:\s?\([^)\n]{1,24}\))?["'*]{0,2}(?:\s(?:number|nummer|no|nr|#))?(?:[\s:=#]{1,3}|\s?(?=[「『[【])|,\s(?=it's|it is|das ist|es ist|c'est|es |e |to |det ar|это|הוא)|\s?(?::|=|-|–|は|是|为|:)\s?)(?:(?:is|are|was|it's|it is|das ist|es ist|c'est|ist|lautet|war|es|est|e|to|je|jest|on|ar|er|var|הוא|هو|là|はい|です|was sent:?|i got was|that came was|we got is)[\s:]{1,2})?["'“„«「『([【]{0,2}/iu;
/** "the code that came by text is …": words between, with a copula right before the value. */
const TOLD =
  /^[^\n.!?;\d]{1,40}[\s,](?:is|was|ist|lautet|war|es|est|e|era|jest|on|ar|er|var|הוא|هو)[\s:]{1,2}(?:the |der |le |la |el |o |il )?["'“(]{0,2}(?=\S{0,12}\d)/iu;
/** "the PIN that they sent me, 9034, …": the code stands between commas. */
const APART = /^[^\n.!?;,\d]{3,40},\s(?=\d{4,8}\s?,)/u;
/** "PIN for the shop: 2580". */
const FOR = /^ (?:for|of|to|fur|de|del|da|do|pour|till|til|voor) [^\n.!?;:\d]{1,30}:\s(?=\d{4,8}(?!\d))/iu;
const REACH_CHARS = 60;
/** What is called a code and is no secret. */
const NO_SECRET =
  /(?:error|status|http|exit|response|country|zip|postal|area|source|qr|promo|promotion|discount|color|colour|product|bar|article|item|dress|tax|currency|language|fehler|länder|laender|farb|rabatt|produkt|postleit)[ -]{0,3}$/iu;

/** The word alone: a secret only where the sentence says that somebody was sent it, or whose it is. */
const BARE =
  /(?<![\p{L}])(?:verifi\p{L}{2,10} (?:code|kode?)|kode verifikasi|code|pin|kode|kod|codigo|codice|koodi|код|رمز|كود|קוד|otp)(?:\s(?:is|was|ist|lautet|es|est|e|to|je|er|ar|on|הוא|هو))?\s?[: ]\s{0,2}["'“]?(?<x>(?:[A-Z]{1,3}-)?\d{2,4}(?:[ -]\d{2,4}){1,2}|(?:[A-Z]{1,3}-)?\d{4,8}|\d(?:[ -]\d){3,7})(?![\p{L}\p{N}])/giu;
const SENT =
  /(?<!\p{L})(?:text(?:ed)?|sent|send|sms|e-?mail(?:ed)?|receiv\p{L}{1,4}|phone|got|get|arrived|came|log ?in|sign ?in|verif\p{L}{1,10}|authenticat\p{L}{1,6}|bekommen|erhalten|geschickt|recibi\p{L}{0,2}|llego|recu|envoye|recebi|ricevuto|gekregen|fick|fik|fikk|dostal\p{L}{0,2}|kaptam|geldi|пришел|получил\p{L}{0,1}|прислали|вошел|وصلني|استلمت|קיבלתי|נשלח|nhan|my|your|his|her|mein|ihr|dein|votre|ton|tu|su|seu|tuo|suo|uw|din|twoj|vas|vash|ваш|твой|mi|mon|meu|mio|mijn|min|moj|muj|מוא|שלי|мой)(?!\p{L})/iu;
/** A code said sign by sign is one that was read from a phone. */
const SPELLED = /(?:\d ){4,7}\d$/;
const SENTENCE_CHARS = 80;

const OWN =
  /(?<![\p{L}\p{N}.-])(?<x>\d{4,8}|\d{3}[ -]\d{3}|\d{2}(?:[ -]\d{2}){2})(?=\s(?:is|as|for|als|ist|est|es|e|come|como|comme)\s(?:a|your|the|my|ihr|dein|mein|votre|mon|tu|mi|su|seu|o seu|o meu|il mio)\s[^\n.!?]{0,40}(?:code|kode|codigo|codice|pin|otp))/giu;

/** "Google sent G-559021": six digits, as such codes have, right behind a verb of sending. */
const ARRIVED =
  /(?<!\p{L})(?:sent|texted|e-?mailed|received|got)(?: me| us)?(?: the code)? (?<x>(?:[A-Z]-)?\d{6})(?= (?:and|but|which|that|by)(?!\p{L})|[,.;]? ?$|, )/gu;

/** Codes that let one person in: behind their words in any language, or where a sentence says that one was sent. */
export const oneTimeCode: Recognizer = {
  name: 'one_time_code',
  kind: 'secret',
  countries: [],
  covers: 'one-time codes, PINs and door codes, in one piece, in groups or sign by sign',
  find({ text, cues }) {
    const told = cues.of('codes').flatMap((cue): Span[] => {
      const rest = text.slice(cue.end, cue.end + REACH_CHARS);
      const link = TOLD.exec(rest)?.[0] ?? APART.exec(rest)?.[0] ?? FOR.exec(rest)?.[0] ?? LINK.exec(rest)?.[0];
      if (link === undefined || NO_SECRET.test(text.slice(Math.max(0, cue.start - 14), cue.start))) return [];
      VALUE.lastIndex = cue.end + link.length;
      const value = VALUE.exec(text)?.[0];
      if (!value) return [];
      const start = cue.end + link.length;
      return [{ start, end: start + value.length, kind: 'secret' }, ...listedAfter(text, start + value.length)];
    });
    const sent = spansOf(text, BARE, 'secret', ({ index, 0: found }) => {
      if (NO_SECRET.test(text.slice(Math.max(0, index - 14), index))) return false;
      const before = /[^\n.!?]{0,80}$/u.exec(text.slice(Math.max(0, index - SENTENCE_CHARS), index))?.[0] ?? '';
      const after = /^[^\n.!?]{0,80}/u.exec(
        text.slice(index + found.length, index + found.length + SENTENCE_CHARS),
      )![0];
      return SPELLED.test(found) || SENT.test(before) || SENT.test(found) || SENT.test(after);
    });
    return [...told, ...sent, ...spansOf(text, OWN, 'secret'), ...spansOf(text, ARRIVED, 'secret')];
  },
};

const LISTED = /(?:\s?[,;/]\s?(?:and |or )?|\s(?:and|or|und|y|et|e|og|och|en|i|и)\s|\n)(?=[A-Za-z\d-]{0,12}\d)/uy;
const MAX_LISTED = 16;

/** More codes of the same form behind the first. */
function listedAfter(text: string, from: number): Span[] {
  const spans: Span[] = [];
  for (let end = from; spans.length < MAX_LISTED; ) {
    LISTED.lastIndex = end;
    const gap = LISTED.exec(text)?.[0];
    if (gap === undefined) break;
    VALUE.lastIndex = end + gap.length;
    const value = VALUE.exec(text)?.[0];
    if (value === undefined) break;
    spans.push({ start: end + gap.length, end: end + gap.length + value.length, kind: 'secret' });
    end += gap.length + value.length;
  }
  return spans;
}
