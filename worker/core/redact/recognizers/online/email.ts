import { isHostIn } from '../../host.ts';
import type { Recognizer } from '../../recognizer.ts';
import { type Span, spansOf } from '../../span.ts';

/** An address of a role stays readable at a host that is to be kept. */
const ROLES =
  /^(?:support|help|helpdesk|service|info|contact|sales|billing|security|abuse|privacy|legal|admin|noreply|no-reply|feedback|hello|team|press|status|postmaster|dpo)(?:\+[a-z0-9]{1,30})?$/i;

const EMAIL =
  /(?<![\p{L}\p{N}._%+'-])(?<local>[\p{L}\p{N}_%+'-][\p{L}\p{N}._%+'-]{0,80}) ?@ ?(?<host>(?:[\p{L}\p{N}-]{1,63}(?:\.| \. ?)){1,6}[\p{L}][\p{L}\p{N}-]{1,24})(?![\p{L}\p{N}])/gu;
const EMAIL_AT_HOST =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}_%+'-][\p{L}\p{N}._%+'-]{0,80}@(?:localhost|[\p{L}\p{N}-]{1,63})(?![\p{L}\p{N}@/.])/gu;

const AT = String.raw`(?: {0,2}[\[({<]{1,2} ?(?:at|a t|at|@|arroba|arobase|chiocciola) ?[\])}>]{1,2} {0,2}| {1,3}(?:at|@|arroba|arobase|chiocciola|klammeraffe|at[- ]sign|at[- ]zeichen|アットマーク|apenstaartje|małpa|malpa|zavinac|kukac|snabel-?a|krollalfa|собака|собачка|골뱅이|艾特|圈a|bei|chez|presso|hos) {1,3}|_at_|-at-)`;
const SPOKEN_DOT = String.raw` {0,2}[\[({<]{1,2} ?(?:dot|d o t|\.|punkt|punto|point|ponto) ?[\])}>]{1,2} {0,2}| {1,3}(?:dot|punkt|punto|ponto|kropka|tecka|tочка|точка|крапка|nokta|piste|prikk|pont|ドット|점|点) {1,3}|_dot_|-dot-`;
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
function emailSpans(text: string, keep: ReadonlySet<string>): Span[] {
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
  return /[[({<]|\s(?:dot|punkt|punto|point|ponto|kropka|tecka|точка|крапка|nokta|piste|prikk|pont|ドット|점|点|arroba|arobase|chiocciola|klammeraffe|at[- ]sign|at[- ]zeichen)\s|_at_|-at-|\s@|@\s|アットマーク/iu.test(
    match,
  );
}

/** An address with "at" and "dot" in capitals, glued; and one with "at" between a name of two parts and a host. */
const GLUED_EMAIL = /(?<![\p{L}\p{N}])[a-z][a-z0-9._-]{1,40}AT[a-z0-9-]{2,40}(?:DOT[a-z]{2,20}){1,3}(?![\p{L}\p{N}])/gu;
const PLAIN_AT =
  /(?<![\p{L}\p{N}._%+-])[a-z]{2,30}[._][a-z]{2,30}\d{0,4} at [a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){0,2}\.(?:com|org|net|edu|io|co|de|es|fr|pt|br|it|nl|uk|us|eu|ch|at|pl|example|test)(?![\p{L}\p{N}/])/giu;
const FILE = /^[^ ]+\.(?:js|ts|css|html?|pdf|csv|txt|docx?|xlsx?|png|jpe?g|zip|json|xml|php|py|md|exe|log) /i;

/** Addresses of mail; those of roles stay at a host that is the product's own. */
export const email: Recognizer = {
  name: 'email_address',
  kind: 'email',
  countries: [],
  covers: 'addresses of mail, also spoken, spaced or bracketed',
  find: ({ text, keep }) => emailSpans(text, keep),
};
