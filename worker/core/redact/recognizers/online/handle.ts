import type { Recognizer } from '../../recognizer.ts';
import { type Span, spansOf } from '../../span.ts';

const PROFILE =
  /(?<![\p{L}\p{N}@-])(?:https?:\/\/)?(?:[a-z]{2,3}\.|www\.)?(?:linkedin\.com\/(?:in|pub)|facebook\.com|fb\.com|instagram\.com|twitter\.com|x\.com|t\.me|wa\.me|tiktok\.com|threads\.net|keybase\.io|paypal\.me|venmo\.com|calendly\.com|xing\.com\/profile)\/@?[A-Za-z0-9._+%-]{2,80}(?![\p{L}\p{N}/])/giu;

/** A name at a messenger: behind "@", or with Discord's four digits; the messenger's word stands shortly before it. */
const AT_MESSENGER =
  /(?:@[\p{L}\p{N}_.]{3,32}|live:[\p{L}\p{N}_.-]{3,40}|(?<![\p{L}\p{N}_.])[\p{L}\p{N}_.]{2,32}#\d{4})(?![\p{L}\p{N}])/gu;
const MESSENGER =
  /(?<![\p{L}\p{N}])(?:discord|telegram|instagram|insta|twitter|snapchat|tiktok|signal|skype|wechat|threads|mastodon|slack)(?![\p{L}\p{N}])[^\n]{0,24}$/iu;
/** Characters before a name in which its messenger is looked for: the longest word, what may stand between, one before. */
const MESSENGER_REACH = 34;

/** A name behind "@" that no annotation, package or rule of a style sheet has: with a digit or "_", and no "/" behind it. */
const AT_NAME =
  /(?<![\p{L}\p{N}@/.`_-])@(?![0-9a-f]{7,40}(?![\w.]))(?=[A-Za-z.]{0,30}[\d_])[A-Za-z][\w.]{2,30}(?![\w/@-])/gu;

const before = (text: string, index: number): string => text.slice(Math.max(0, index - MESSENGER_REACH), index);

/** A name at a messenger behind its word: "my Telegram is kestrel_44", "add me on Signal: lena.44". */
const AT_SERVICE =
  /(?<![\p{L}\p{N}])(?:discord|telegram|instagram|insta|twitter|snapchat|snap|tiktok|signal|skype|wechat|mastodon|bluesky|whatsapp|viber|kakao|kakaotalk|zalo|threema|matrix|steam|reddit|linkedin|github|xing|facebook|messenger|微信|qq|телеграм|телеграме|телеграмм|تيليجرام|تلغرام|سناب|انستغرام|טלגרם|אינסטגרם)(?:号|號)?(?:['’]s)?(?:[ \t](?:id|handle|name|nick|user(?:name)?|account|nickname|profil|tag|as|under|is|ist|es|est|e|is called|:|at|me at|me|on|als|unter|como|sous|come|som|jako|это|هو|הוא)){0,4}(?:[ \t]{0,2}[:：=@是为][ \t]{0,2}@?|[ \t]{1,2}@?)(?<x>(?=[\d._#-]{0,40}[A-Za-z])(?=[A-Za-z0-9._#-]{0,40}[\d._#-][A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9._#-]{2,40})(?![\p{L}\p{N}])/giu;
const FILE = /\.(?:com|org|net|io|js|ts|exe|zip|pdf|csv|app|dev)$/i;
const HAS_SIGN = /[\d._]/;

/** A player's name with his tag, and a name at Reddit: forms that nothing else has. */
const TAGGED =
  /(?<![\p{L}\p{N}#/.&])[\p{L}\p{N}_]{3,20}#(?=[A-Z\d]{0,4}\d)[A-Z\d]{3,5}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}/.])u\/[A-Za-z\d_-]{3,20}(?![\p{L}\p{N}/])/gu;
/** Right behind a word for such a name: letters, and a digit or a sign within, as no word of a sentence has. */
const BEHIND_WORD =
  /^["']?[ \t]{1,2}["'@]{0,2}(?<x>(?=[A-Za-z._-]{0,30}\d)(?=[\d._-]{0,20}[A-Za-z])[A-Za-z0-9][A-Za-z0-9._-]{3,30}(?:#\w{3,5})?)(?![\p{L}\p{N}])/u;

/** Names at services: profiles, messengers, user names behind their word. */
export const handle: Recognizer = {
  name: 'handle',
  kind: 'handle',
  countries: [],
  covers: 'names at messengers and networks, and user names behind their word',
  find({ text, cues }) {
    const named = cues.of('handles').flatMap((cue): Span[] => {
      const rest = text.slice(cue.end, cue.end + 60);
      const found =
        /^["']?\s{0,2}(?:(?:is|ist|es|est|e|är|er|on|to|je|הוא|هو|:|=|：|是|は)\s{0,2}){1,2}["'@]{0,2}(?<x>[A-Za-z0-9][A-Za-z0-9._-]{2,40}(?:#\w{3,5})?)/iu.exec(
          rest,
        ) ?? BEHIND_WORD.exec(rest);
      const value = found?.groups?.x;
      if (!found || value === undefined || !HAS_SIGN.test(value.slice(0, -1)) || FILE.test(value)) return [];
      const start = cue.end + found[0].length - value.length;
      return [{ start, end: start + value.replace(/[.-]+$/, '').length, kind: 'handle' }];
    });
    return [
      ...named,
      ...spansOf(text, PROFILE, 'handle'),
      ...spansOf(text, TAGGED, 'handle', ({ 0: found }) => !/^(?:C|F|issue|PR|bug)#/i.test(found)),
      ...spansOf(text, AT_MESSENGER, 'handle', ({ index }) => MESSENGER.test(before(text, index))),
      ...spansOf(text, AT_SERVICE, 'handle', ({ groups }) => !FILE.test(groups!.x!)),
      ...spansOf(text, AT_NAME, 'handle'),
    ];
  },
};
