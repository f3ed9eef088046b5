import { type Span, spansOf } from './span.ts';

/** An address of a role stays readable at a host that is to be kept. */
const ROLES =
  /^(?:support|help|helpdesk|service|info|contact|sales|billing|security|abuse|privacy|legal|admin|noreply|no-reply|feedback|hello|team|press|status|postmaster|dpo)(?:\+[a-z0-9]{1,30})?$/i;

const EMAIL =
  /(?<![\p{L}\p{N}._%+'-])(?<local>[\p{L}\p{N}_%+'-][\p{L}\p{N}._%+'-]{0,80}) ?@ ?(?<host>(?:[\p{L}\p{N}-]{1,63}(?:\.| \. ?)){1,6}[\p{L}][\p{L}\p{N}-]{1,24})(?![\p{L}\p{N}])/gu;
const EMAIL_AT_HOST =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}_%+'-][\p{L}\p{N}._%+'-]{0,80}@(?:localhost|[\p{L}\p{N}-]{1,63})(?![\p{L}\p{N}@/.])/gu;

const AT = String.raw`(?: {0,2}[\[({<]{1,2} ?(?:at|a t|at|@|arroba|arobase|chiocciola) ?[\])}>]{1,2} {0,2}| {1,3}(?:at|@|arroba|arobase|chiocciola|klammeraffe|at[- ]sign|at[- ]zeichen|アットマーク) {1,3}|_at_|-at-)`;
const SPOKEN_DOT = String.raw` {0,2}[\[({<]{1,2} ?(?:dot|d o t|\.|punkt|punto|point|ponto) ?[\])}>]{1,2} {0,2}| {1,3}(?:dot|punkt|punto|ponto) {1,3}|_dot_|-dot-`;
const WORD = String.raw`[\p{L}\p{N}_+-]{1,40}`;
const SPOKEN_EMAIL = new RegExp(
  String.raw`(?<![\p{L}\p{N}._%+-])${WORD}(?:(?:${SPOKEN_DOT}|\.| (?:underscore|dash|minus|hyphen|plus|guion|bindestrich) )${WORD}){0,3}${AT}${WORD}(?:(?:${SPOKEN_DOT}| ?\. ?)${WORD}){0,3}(?:${SPOKEN_DOT}| ?\. ?)(?:com|org|net|edu|gov|io|co|de|es|fr|pt|br|it|nl|uk|us|eu|ch|at|pl|jp|ai|app|dev|info|biz|me|example|test|invalid|ca|au|in|mx|se|no|dk)(?![\p{L}\p{N}])`,
  'giu',
);
const FRENCH_EMAIL = / arobase [\p{L}\p{N}_-]{1,40}(?:(?: point |\.)[\p{L}\p{N}_-]{1,40}){1,3}/giu;
const FRENCH_LOCAL = /[\p{L}\p{N}_+-]{1,40}(?: point [\p{L}\p{N}_+-]{1,40}){0,3}$/iu;
/** "j o h n @ m a i l . c o m": every sign on its own. */
const SPACED_HOST = /@(?: [\p{L}\p{N}.-]){4,40}(?![\p{L}\p{N}])/gu;
const SPACED_LOCAL = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}._+-] ){3,40}$/u;
const MAX_LOCAL = 200;

/** Addresses of mail, also spoken, spaced or bracketed. Roles (`support@`) at hosts in `keep` stay. */
export function emailSpans(text: string, keep: ReadonlySet<string>): Span[] {
  const isKept = (local: string, host: string) => ROLES.test(local) && isHostIn(host, keep);
  return [
    ...spansOf(text, EMAIL, 'email', ({ groups }) => !isKept(groups!.local!, groups!.host!.replace(/\s/g, ''))),
    ...spansOf(text, EMAIL_AT_HOST, 'email', (match) => /[.\d_+]/.test(match[0].split('@')[0]!)),
    ...spansOf(text, SPOKEN_EMAIL, 'email', (match) => isSpoken(match[0])),
    ...spansOf(text, GLUED_EMAIL, 'email'),
    ...spansOf(text, PLAIN_AT, 'email', ({ 0: found }) => !FILE.test(found)),
    ...joined(text, FRENCH_EMAIL, FRENCH_LOCAL),
    ...joined(text, SPACED_HOST, SPACED_LOCAL),
  ];
}

/** Addresses found from their host on, with the local part that ends where the host begins. */
function joined(text: string, host: RegExp, local: RegExp): Span[] {
  return spansOf(text, host, 'email').flatMap((span) => {
    const before = local.exec(text.slice(Math.max(0, span.start - MAX_LOCAL), span.start))?.[0];
    return before ? [{ ...span, start: span.start - before.length }] : [];
  });
}

/** "look at example.com" is no address: a plain word "at" needs a spoken dot, or brackets around one of them. */
function isSpoken(match: string): boolean {
  return /[[({<]|\s(?:dot|punkt|punto|point|ponto|arroba|arobase|chiocciola|klammeraffe|at[- ]sign|at[- ]zeichen)\s|_at_|-at-|\s@|@\s|アットマーク/iu.test(
    match,
  );
}

const POINT = String.raw`(?: ?[\[({] ?(?:\.|dot|punkt|punto) ?[\])}] ?| (?:dot|punkt|punto|point) |\.| \. )`;
const IPV4 = new RegExp(String.raw`(?<![\p{L}\p{N}._-])\d{1,3}(?:${POINT}\d{1,3}){3}(?![\p{L}\p{N}_-]|\.\d)`, 'giu');
const IPV6 = /(?<![\p{L}\p{N}:.])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?![\p{L}\p{N}:])/giu;
const MAC = /(?<![\p{L}\p{N}:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![\p{L}\p{N}:-])/giu;

/** Addresses that documentation speaks of: loopback, any, masks, gateways and edges of private nets, public resolvers. */
const KEPT_IPV4 =
  /^(?:127\.\d+\.\d+\.\d+|0\.0\.0\.0|255\.\d+\.\d+\.\d+|(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+)*\.(?:0|1|254|255)|169\.254\.169\.254|8\.8\.[48]\.[48]|1\.[01]\.[01]\.1|9\.9\.9\.9|224\.0\.0\.\d+)$/;
const VERSION_BEFORE =
  /(?:\b(?:v|ver|version|versions|release|releases|build|update|firmware|patch|upgrade|driver|rev|(?:upgraded?|updated?|downgraded?) (?:from|to))\.?:? {0,2}(?:to )?|[\p{L}]-)$/iu;

/** Network addresses of people and their devices, also written with "[.]" or "dot". Versions of four parts stay. */
export function ipSpans(text: string): Span[] {
  const isAddress = (match: RegExpExecArray) => {
    const parts = match[0].match(/\d+/g)!;
    if (parts.some((part) => Number(part) > 255 || (part.length > 1 && part.startsWith('0')))) return false;
    if (KEPT_IPV4.test(parts.join('.'))) return false;
    return (
      !VERSION_BEFORE.test(text.slice(Math.max(0, match.index - 20), match.index)) ||
      /\bip/i.test(text.slice(Math.max(0, match.index - 20), match.index))
    );
  };
  return [
    ...spansOf(text, IPV4, 'ip', isAddress),
    ...spansOf(text, IPV6, 'ip', ({ 0: found }) => isIpv6(found)),
    ...spansOf(text, MAC, 'ip', ({ 0: found }) => /\d/.test(found) && !/^0{2}(?:[:-]0{2}){5}$/.test(found)),
  ];
}

function isIpv6(found: string): boolean {
  const groups = found.split(':').filter((group) => group !== '').length;
  if (/^(?:::1?|fe80::1?|2001:db8::\/?)$/i.test(found)) return false;
  return found.includes('::') ? groups >= 2 && found.split('::').length === 2 : groups === 8;
}

const URL_TEXT = /(?<![\p{L}\p{N}@])(?:h(?:tt|xx)ps?|ftp|wss?|[a-z]{2,12}):\/\/[^\s<>"'`{}|\\^]{3,2000}/giu;
const BARE_URL = /(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}-]{1,63}\.){1,5}[a-z]{2,12}\/[^\s<>"'`{}|\\^]{3,2000}/giu;
const SECRET_PARAM =
  /[?&#;](?:[a-z0-9_-]{0,30}(?:token|secret|sig|signature|password|passwd|pwd|credential|session|jwt|otp|auth|api_?key|apikey)[a-z0-9_-]{0,20}=[^&#]{4,}|(?:key|sid|code|hash|invite|reset|magic|ticket|nonce|state|confirmation|verify|k|u|uid|user|userid|user_id|account|cid|pk|id|c|h|r)=(?=[a-z_-]{0,40}\d)(?=\d{0,40}[a-z_-])[^&#]{8,}|(?:[a-z_]{0,12}email|mail|e|phone|tel|name|firstname|lastname|full_?name|login|username)=[^&#]{3,})/i;
const SECRET_PATH =
  /\/(?:[a-z0-9_-]{0,30}(?:reset|invit|magic|verif|confirm|activat|unsubscri|recover|password|login|auth|token|share|signup|onetime|one-time|sso|set-?pw)[a-z0-9_-]{0,30})\/(?:[a-z]{1,20}\/){0,2}(?=[^/?#]{0,200}\d)[^/?#]{6,}/i;
const PROFILE =
  /(?<![\p{L}\p{N}@-])(?:https?:\/\/)?(?:[a-z]{2,3}\.|www\.)?(?:linkedin\.com\/(?:in|pub)|facebook\.com|fb\.com|instagram\.com|twitter\.com|x\.com|t\.me|wa\.me|tiktok\.com|threads\.net|keybase\.io|paypal\.me|venmo\.com|calendly\.com|xing\.com\/profile)\/@?[A-Za-z0-9._+%-]{2,80}(?![\p{L}\p{N}/])/giu;

/** An address with "at" and "dot" in capitals, glued; and one with "at" between a name of two parts and a host. */
const GLUED_EMAIL = /(?<![\p{L}\p{N}])[a-z][a-z0-9._-]{1,40}AT[a-z0-9-]{2,40}(?:DOT[a-z]{2,20}){1,3}(?![\p{L}\p{N}])/gu;
const PLAIN_AT =
  /(?<![\p{L}\p{N}._%+-])[a-z]{2,30}[._][a-z]{2,30}\d{0,4} at [a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){0,2}\.(?:com|org|net|edu|io|co|de|es|fr|pt|br|it|nl|uk|us|eu|ch|at|pl|example|test)(?![\p{L}\p{N}/])/giu;
const FILE = /^[^ ]+\.(?:js|ts|css|html?|pdf|csv|txt|docx?|xlsx?|png|jpe?g|zip|json|xml|php|py|md|exe|log) /i;

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

/** Addresses that carry a secret or lead to a person: reset links, tokens in a query, credentials, profiles. */
export function urlSpans(text: string): Span[] {
  const isSecret = ({ 0: url }: RegExpExecArray) => {
    const rest = url.replace(/^[a-z]{1,12}:\/\//i, '');
    return SECRET_PARAM.test(url) || SECRET_PATH.test(url) || /^[^/?#]{1,300}@/.test(rest) || hasKeyInPath(rest);
  };
  return [
    ...spansOf(text, URL_TEXT, 'url_secret', isSecret),
    ...spansOf(text, BARE_URL, 'url_secret', isSecret),
    ...spansOf(text, PROFILE, 'handle'),
    ...spansOf(text, AT_MESSENGER, 'handle', ({ index }) => MESSENGER.test(before(text, index))),
    ...spansOf(text, AT_NAME, 'handle'),
  ];
}

const before = (text: string, index: number): string => text.slice(Math.max(0, index - MESSENGER_REACH), index);

/** A part of a path that no person wrote: long, with letters and digits in turn. Article ids and slugs are none. */
function hasKeyInPath(rest: string): boolean {
  return rest
    .split(/[/?#&=]/)
    .slice(1)
    .some((part) => {
      if (part.length < 16 || /^\d+(?:-[\p{L}\p{N}-]*)?$/u.test(part)) return false;
      const borders = part.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|\d(?=[A-Za-z])/g)?.length ?? 0;
      return /\d/.test(part) && (borders / part.length >= 0.2 || /^[0-9a-f]{20,}$/i.test(part));
    });
}

/** Whether a host is one of `keep` or stands below it. */
export function isHostIn(host: string, keep: ReadonlySet<string>): boolean {
  let name = host.toLowerCase().replace(/\.$/, '');
  while (name.includes('.')) {
    if (keep.has(name)) return true;
    name = name.slice(name.indexOf('.') + 1);
  }
  return false;
}
