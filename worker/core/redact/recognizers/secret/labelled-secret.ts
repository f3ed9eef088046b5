import { isFamiliar } from '../../lexicon/familiar.ts';
import type { Recognizer } from '../../recognizer.ts';
import type { Kind, Span } from '../../span.ts';

/** Words after which a value is personal or secret, and the form the value may have, tried right behind them. */
interface Label {
  kind: Kind;
  words: RegExp;
  value: RegExp;
  isPlain?: boolean;
}

const LINK =
  /(?:\s{0,3}(?:number|numbers|no|nr|num|code|codes|id|key|value|string|nummer|numero|numero|numero))?\.?(?:\s{0,3}\(.{0,20}?\))?["'*]{0,3}\s{0,3}(?::|=>|=|#|-|\bis\b|\bare\b|\bwas\b|\bist\b|\blautet\b|\bes\b|\best\b|\be\b|\be\b|は|です|:)?\s{0,3}(?:still |now |set to |actually |currently |just )?["'`*“”«([<]{0,3}/y;

const SECRET_VALUE = /[^\s"'`<>“”«»,;]{3,300}/y;
const PHRASE = /(?:[a-z]{3,8}[ ,]{1,3}){8,24}[a-z]{3,8}/iy;
const HANDLE_VALUE = /@?[A-Za-z0-9][A-Za-z0-9._-]{2,40}/y;

const LABELS: readonly Label[] = [
  {
    kind: 'secret',
    words:
      /(?<![\p{L}\p{N}])(?:passwords?|passwd|pwd|pass(?:word)?|passphrase|pw|kennwort|passwort|contrasena|contrasena|clave|mot de passe|mdp|senha|parola|wachtwoord|hasło|пароль|パスワード|密码|비밀번호)(?![\p{sc=Latin}\p{sc=Cyrillic}])/giu,
    value: SECRET_VALUE,
    isPlain: true,
  },
  {
    kind: 'secret',
    words:
      /(?<![\p{L}\p{N}])(?:api[ _-]?(?:key|token|secret)|(?:access|auth|refresh|id|session|bearer|personal access|private|secret|signing|encryption|license|licence|product|activation|client|app|webhook|shared|consumer|deploy|service)[ _-]?(?:key|token|secret)|secret|token|credentials?|cookie|sessionid|session[ _-]id|x-api-key|authorization|aws_secret_access_key|cle d'api|schlussel|zugangstoken|trial key|serial(?: key)?)(?![\p{sc=Latin}\p{sc=Cyrillic}])/giu,
    value: SECRET_VALUE,
  },
  {
    kind: 'secret',
    words:
      /(?<![\p{L}\p{N}])(?:seed|recovery|mnemonic|wallet|secret|backup)[ -](?:phrase|words|seed)(?![\p{sc=Latin}\p{sc=Cyrillic}])/giu,
    value: PHRASE,
  },
  {
    kind: 'secret',
    words: /(?<![\p{L}\p{N}])(?:pass ?phrase|passphrase is)(?= ?[:=])/giu,
    value: /\p{L}{3,14}(?:[ -]\p{L}{3,14}){2,9}/uy,
  },
  {
    kind: 'handle',
    words:
      /(?<![\p{L}\p{N}])(?:user ?(?:name|id)|login(?: name| id)?|screen name|skype(?: id)?|telegram|whatsapp id|discord|instagram|twitter|insta|wechat(?: id)?|line id|benutzername|nombre de usuario|nom d'utilisateur|utilisateur|usuario|ユーザー名)(?![\p{sc=Latin}\p{sc=Cyrillic}])/giu,
    value: HANDLE_VALUE,
  },
];

/** Words that a prose sentence goes on with, so that no value follows. */
const PROSE =
  /^(?:a|an|the|to|too|in|on|at|of|or|and|but|for|from|by|as|if|is|it|its|my|your|our|no|not|never|none|null|nil|n\/a|being|been|was|were|are|has|had|have|will|would|can|cannot|can't|could|should|must|may|isn't|doesn't|does|did|do|that|this|these|which|when|where|while|who|with|without|within|using|via|after|before|because|since|so|then|than|there|here|only|also|still|always|again|already|just|now|yet|very|more|less|longer|shorter|at|least|most|all|any|each|every|some|same|different|new|old|own|wrong|right|correct|incorrect|invalid|valid|expired|required|needed|missing|empty|blank|reset|resets|changed|change|changes|set|sent|shown|hidden|visible|masked|redacted|saved|stored|hashed|encrypted|rejected|accepted|refused|denied|ignored|asked|entered|typed|copied|pasted|forgotten|lost|stolen|leaked|compromised|exposed|weak|strong|secure|safe|short|long|case|optional|mandatory|default|temporary|active|inactive|disabled|enabled|locked|blocked|working|broken|unknown|undefined|true|false|available|unavailable|generated|created|deleted|removed|updated|rotated|revoked|granted|limited|field|fields|page|screen|box|button|link|links|email|emails|mail|form|dialog|tab|section|settings?|option|options|menu|manager|policy|policies|rules?|requirements?|protection|protected|prompt|hint|strength|length|history|hash|recovery|rotation|expiry|expiration|management|auth|authentication|login|sign-in|error|errors|failure|request|requests|reply|response|length|format|header|headers|type|name|names|value|values|endpoint|scope|scopes|verification|limit|limits|url|file|go|click|open|see|check|select|choose|enter|use|try|please|thanks|ist|nicht|falsch|abgelaufen|ungultig|vergessen|zurucksetzen|es|no|incorrecta|incorrecto|caducada|est|pas|incorrect|oublie|expire|nao|incorreta|expirada|errada|を|が|に|で|リセット)$/i;

/**
 * Values that a word before them makes personal or secret: "password: …", "CVV 123", "SSN …", "born on …".
 * A password or token counts only where what follows is no prose ("the password is wrong", "token expired").
 */
export function labelledSpans(text: string): Span[] {
  const spans: Span[] = [];
  for (const label of LABELS) {
    for (const match of text.matchAll(label.words)) {
      const span = valueAfter(text, match.index, match.index + match[0].length, label);
      if (span) spans.push(span);
    }
  }
  return spans;
}

function valueAfter(text: string, from: number, after: number, label: Label): Span | null {
  LINK.lastIndex = after;
  const link = LINK.exec(text)?.[0] ?? '';
  if (link === '' || link.includes('\n\n')) return null;
  const start = after + link.length;
  label.value.lastIndex = start;
  const found = label.value.exec(text)?.[0];
  if (!found) return null;
  const value = label.kind === 'secret' || label.kind === 'handle' ? found.replace(/[.!?)\]}:*>]{1,9}$/, '') : found;
  const isLinked = /[:=#:は]|\b(?:is|are|was|ist|lautet|es|est|e)\b/.test(link);
  const span = { start, end: start + value.length, kind: label.kind };
  if (label.value === HANDLE_VALUE)
    return isLinked && !PROSE.test(value) && isHandle(text, from, link, value) && isNoWord(text, span) ? span : null;
  if (label.value !== SECRET_VALUE) return span;
  return isSecretValue(text, from, span, link, isLinked, label.isPlain ?? false) ? span : null;
}

/** "username: x" names one; "username is x" only where somebody says whose, or x is no word. */
function isHandle(text: string, from: number, link: string, value: string): boolean {
  return (
    /[:=]/.test(link) ||
    /[\d._]/.test(value) ||
    /\b(?:my|his|her|their)\s{1,3}$/i.test(text.slice(Math.max(0, from - 8), from))
  );
}

function isSecretValue(
  text: string,
  from: number,
  span: Span,
  link: string,
  isLinked: boolean,
  isPlain: boolean,
): boolean {
  const value = text.slice(span.start, span.end);
  const word = value.toLowerCase();
  if (PROSE.test(word) || value.length < 3 || /^[<[{(%$]{0,2}your\b|^[*•.x…]{3,}$/i.test(value)) return false;
  const hasDigit = /\d/.test(value);
  const isOdd =
    hasDigit || /[!@#$%^&*+=?~]/.test(value.slice(0, -1)) || /[a-z][A-Z]|^[a-z]{1,9}[-_][a-z0-9]/.test(value);
  if (/^\d{1,2}[.)]?$/.test(value) || /^https?:/i.test(value)) return false;
  if (isOdd)
    return isLinked || (isPlain && /\d/.test(value) && !/^\d{1,3}$/.test(value)) || (hasDigit && value.length >= 8);
  if (!isLinked) return false;
  if (/["'`“«]/.test(link)) return true;
  return isPlain && isNoWord(text, span) && (/[:=#]/.test(link) || isTold(text, from, word));
}

/** "my password is tulip" tells one; "its password is fixed" says something of it, unless the word is none of English. */
function isTold(text: string, from: number, word: string): boolean {
  return OWNER.test(text.slice(Math.max(0, from - 24), from)) || (/^[a-z'-]+$/.test(word) && !isFamiliar(word));
}
const OWNER =
  /(?<![\p{L}])(?:my|our|his|her|mein\p{L}{0,2}|unser\p{L}{0,2}|mi|nuestra|mon|notre|meu|minha|nossa|mia|nostra|mijn|onze|moje|mitt|vart|min|vores|salasanani|moya|мой|наш|我的|私の)\s(?:\p{L}{2,12}\s)?$/iu;

/** Whether a sentence or line ends behind a word, so that it is a value, not the beginning of prose. */
function isNoWord(text: string, span: Span): boolean {
  return /^(?:["'`”»)]{0,2}[.,;!?]{0,2}(?:\s{0,3}$|[ \t]{0,3}\n)|["'`”»)]{0,2}[.,;!?](?:\s|$)|\s{1,2}(?:and|but|und|y|et|e)\s)/u.test(
    text.slice(span.end, span.end + 12),
  );
}

export const labelledSecret: Recognizer = {
  name: 'labelled_secret',
  kind: 'secret',
  countries: [],
  covers: 'passwords, tokens, seed phrases and user names behind their word',
  find: ({ text }) => labelledSpans(text),
};
