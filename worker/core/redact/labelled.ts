import type { Kind, Span } from './span.ts';

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
const CODE_VALUE =
  /\d(?:[ -]\d){3,7}(?![\p{L}\p{N}])|(?:[A-Z]{1,3}-)?\d{3,10}(?:[ -]\d{2,6}){0,3}(?![\p{L}\p{N}])|(?=[A-Z0-9]{0,9}\d)[A-Z0-9]{5,10}(?![\p{L}\p{N}])/uy;
const ID_VALUE = /(?=[\p{L}\d./ -]{0,9}\d)[A-Z\d](?:[ ./-]?[A-Z\d]){4,24}(?![\p{L}\p{N}])/uy;
const DATE_VALUE =
  /\d{1,4}[-/. ]{1,2}\d{1,2}[-/. ]{1,2}\d{1,4}|(?:the\s)?\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of\s)?\p{L}{3,12}\.?,?\s\d{2,4}|\p{L}{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{2,4}|\d{4}年\d{1,2}月\d{1,2}日|\d{8}/uy;
const PLATE_VALUE =
  /(?=[A-Z\d -]{0,9}\d)(?=[A-Z\d -]{0,9}[A-Z])[A-Z\d]{1,4}(?:[ -]?[A-Z\d]{1,4}){1,3}(?![\p{L}\p{N}])/uy;
const SHORT_NUMBER = /\d{3,4}(?!\d)/y;
const EXPIRY = /\d{1,2}\s?[/-]\s?\d{2,4}/y;
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
      /(?<![\p{L}\p{N}])(?:otp|totp|2fa|mfa|tan|pin|puk|passcode|one[- ]time(?: pass(?:word|code))?|(?:verification|security|login|log-in|sign-in|access|backup|recovery|confirmation|sms|auth(?:entication|enticator)?|two[- ]factor|unlock|door|gate|alarm|safe|reset|activation|invite|voucher|gift card)[ -](?:codes?|pin)|(?:alarm|safe|lock|vault) combination|verifi[kc]a\p{L}{2,6} (?:kod\p{L}?|code)|kode verifikasi|bestatigungscode|sicherheitscode|codigo de (?:verificacion|seguridad|verificacao)|code de (?:verification|securite)|認証コード|確認コード|验证码|인증번호|codigo|codigo)(?![\p{sc=Latin}\p{sc=Cyrillic}])/giu,
    value: CODE_VALUE,
  },
  {
    kind: 'secret',
    words:
      /(?<![\p{L}\p{N}])(?:seed|recovery|mnemonic|wallet|secret|backup)[ -](?:phrase|words|seed)(?![\p{sc=Latin}\p{sc=Cyrillic}])/giu,
    value: PHRASE,
  },
  {
    kind: 'card',
    words:
      /(?<![\p{L}\p{N}])(?:cvv2?|cvc2?|cid|csc|security code|prufziffer|code de securite)(?![\p{sc=Latin}\p{sc=Cyrillic}])/giu,
    value: SHORT_NUMBER,
  },
  {
    kind: 'card',
    words:
      /(?<![\p{L}\p{N}])(?:exp(?:iry|ires|iration)?(?: date)?|valid thru|gultig bis)(?![\p{sc=Latin}\p{sc=Cyrillic}])/giu,
    value: EXPIRY,
  },
  {
    kind: 'card',
    words:
      /(?<![\p{L}\p{N}])(?:(?:credit|debit|visa|master|bank|payment|amex)[ -]?card|card|visa|mastercard|amex|kreditkarte|tarjeta|carte bancaire|cartao)(?: ending| ends)?(?: in| with)?(?![\p{sc=Latin}\p{sc=Cyrillic}])/giu,
    value: /[x*•. -]{0,40}\d{4}(?:[ -]?\d){0,16}(?!\d)/iy,
  },
  {
    kind: 'national_id',
    words:
      /(?<![\p{L}\p{N}])(?:ssn|social(?: security)?(?: insurance)?|sin|itin|ein|nino|ni|national (?:insurance|id|identity|identification)|(?:tax|taxpayer|vat|fiscal)(?: payer)?[ -]?(?:id|identification)?|tin|passport|passeport|reisepass|pasaporte|passaporte|driver'?s?'? licen[cs]e|driving licen[cs]e|dl|licen[cs]e plate|fuhrerschein|personalausweis|ausweis|steuer-?(?:id|identifikationsnummer|nummer)|sozialversicherungs(?:nummer)?|dni|nif|nie|cpf|cnpj|rg|curp|rfc|nir|bsn|pesel|personnummer|cpr|ahv|avs|aadhaar|aadhar|pan|mrn|medical record|patient|nhs|medicare|health insurance|insurance(?: policy)?|policy|id card|identity card|state id|employee|student|member(?:ship)?|vin|imei|マイナンバー|身份证号?|주민등록번호)(?![\p{sc=Latin}\p{sc=Cyrillic}])/giu,
    value: ID_VALUE,
  },
  {
    kind: 'national_id',
    words:
      /(?<![\p{L}\p{N}])(?:(?:number |licen[cs]e |registration )?plates?|registration|kennzeichen|matricula|immatriculation|targa|nummernschild|kenteken)(?![\p{sc=Latin}\p{sc=Cyrillic}])/giu,
    value: PLATE_VALUE,
  },
  {
    kind: 'bank_account',
    words:
      /(?<![\p{L}\p{N}])(?:iban|bic|swift|bank account|(?:bank )?account (?:number|no\.?|nr\.?|#)|acct|routing|sort code|aba|bsb|kontonummer|konto-?nr|blz|clabe|numero de compte|numero de cuenta|conta)(?![\p{sc=Latin}\p{sc=Cyrillic}])/giu,
    value: ID_VALUE,
  },
  {
    kind: 'birth_date',
    words:
      /(?<![\p{L}\p{N}])(?:dob|d\.o\.b\.?|date of birth|birth ?(?:date|day)|born(?: on)?|geboren(?: am)?|geburtsdatum|geb\.|fecha de nacimiento|nac[ii](?: el)?|nee? le|date de naissance|data de nascimento|nasci(?:do|da)?(?: em)?|生年月日)(?![\p{sc=Latin}\p{sc=Cyrillic}])/giu,
    value: DATE_VALUE,
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
      if (span) spans.push(span, ...listedAfter(text, span, label));
    }
  }
  return spans;
}

const LISTED = /(?:\s?[,;/]\s?(?:and |or )?|\s(?:and|or|und|y|et|e)\s)(?=[\p{L}\p{N}-]{0,12}\d)/uy;
const MAX_LISTED = 12;

/** More values of the same form behind the first: "codes are 1234-5678, 2345-6789 and …". */
function listedAfter(text: string, first: Span, label: Label): Span[] {
  const spans: Span[] = [];
  if (label.value === SECRET_VALUE || label.value === HANDLE_VALUE || label.value === PHRASE) return spans;
  for (let at = first.end; spans.length < MAX_LISTED; ) {
    LISTED.lastIndex = at;
    const gap = LISTED.exec(text)?.[0];
    if (!gap) break;
    label.value.lastIndex = at + gap.length;
    const value = label.value.exec(text)?.[0];
    if (!value) break;
    spans.push({ start: at + gap.length, end: at + gap.length + value.length, kind: label.kind });
    at += gap.length + value.length;
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
  if (label.value !== SECRET_VALUE) return isError(text, from) ? null : span;
  return isSecretValue(text, span, value, link, isLinked, label.isPlain ?? false) ? span : null;
}

/** "username: x" names one; "username is x" only where somebody says whose, or x is no word. */
function isHandle(text: string, from: number, link: string, value: string): boolean {
  return (
    /[:=]/.test(link) ||
    /[\d._]/.test(value) ||
    /\b(?:my|his|her|their)\s{1,3}$/i.test(text.slice(Math.max(0, from - 8), from))
  );
}

/** "error code 1234", "status code 503", "exit code", "country code" are no secrets. */
function isError(text: string, from: number): boolean {
  return /(?:error|status|http|exit|response|country|zip|postal|area|source|qr|promo|color|colour)\s{1,3}$/i.test(
    text.slice(Math.max(0, from - 12), from),
  );
}

function isSecretValue(
  text: string,
  span: Span,
  value: string,
  link: string,
  isLinked: boolean,
  isPlain: boolean,
): boolean {
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
  return isPlain && isNoWord(text, span);
}

/** Whether a sentence or line ends behind a word, so that it is a value, not the beginning of prose. */
function isNoWord(text: string, span: Span): boolean {
  return /^(?:["'`”»)]{0,2}[.,;!?]{0,2}(?:\s{0,3}$|[ \t]{0,3}\n)|["'`”»)]{0,2}[.,;!?](?:\s|$)|\s{1,2}(?:and|but|und|y|et|e)\s)/u.test(
    text.slice(span.end, span.end + 12),
  );
}
