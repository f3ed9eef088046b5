import { asianNameSpans } from './asian-names.ts';
import { tokensOf } from './names.ts';
import { signatureSpans } from './signature.ts';
import type { Span } from './span.ts';
import { FIRST_NAMES, NO_NAMES } from './words.ts';

/** How a name that follows must look. `any`: also in small letters. `end`: only where a sentence, line or clause ends behind it. */
interface Cue {
  words: RegExp;
  needs: 'any' | 'capital' | 'end' | 'closed';
}

const BREAK = String.raw`(?<![\p{L}\p{N}])`;
const cue = (source: string, needs: Cue['needs'], flags = 'giu'): Cue => ({
  words: new RegExp(`${BREAK}(?:${source})`, flags),
  needs,
});

const CUES: readonly Cue[] = [
  cue(
    String.raw`my (?:full |first |last |legal |sur|maiden |real )?name(?:'s| is| was|:)\s|(?:full|first|last|customer|contact|account holder|cardholder|card holder|caller|patient|guest|sender|billing|requester|employee|student)(?:'s)? ?name(?: is|:| -)\s?|^name\s?[:=]\s?|surname\s?[:=]\s?|(?:account holder|cardholder|card holder|attn|attention|requested by|reported by|submitted by|prepared by|c/o)\s?:\s?|mein name ist\s|ich heiße\s|ich heisse\s|me llamo\s|mi nombre es\s|je m'appelle\s|mon nom est\s|meu nome e\s|me chamo\s|mi chiamo\s|il mio nome e\s|mijn naam is\s|ik heet\s|nazywam sie\s|nazywam sie\s|mam na imie\s|меня зовут\s|mitt namn ar\s|jag heter\s|jeg heter\s|jeg hedder\s|benim adım\s|name of the (?:customer|user|patient|account holder) is\s|(?:everyone |you can |please |just |they )calls? me\s|the name(?:'s| is)\s`.replace(
      '^name',
      String.raw`(?<=^|\n)name`,
    ),
    'any',
  ),
  cue(
    String.raw`i'm\s|i am\s|im\s|ich bin\s|je suis\s|yo soy\s|soy\s|eu sou\s|sou (?:o |a )?|sono\s|ik ben\s|this is\s|hier ist\s|hier spricht\s|aqui\s|ici\s|aqui e\s`,
    'closed',
  ),
  cue(
    `hi|hello|hey|dear|hiya|greetings|good (?:morning|afternoon|evening|day)|hallo|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|moin|servus|hola|buenos dias|buenas(?: tardes)?|estimad[oa]|querid[oa]|bonjour|bonsoir|salut|cher|chere|ola|oi|bom dia|boa tarde|prezad[oa]|car[oa]|ciao|buongiorno|gentile|beste|geachte|hej|czesc|dzien dobry|привет|здравствуите|уважаемыи`
      .replace(/^/, '(?:')
      .replace(/$/, String.raw`),?[ \t]{1,3}`),
    'end',
  ),
  cue(
    String.raw`(?:thanks|thank you|thx|many thanks|thanks again|thanks a lot|thanks so much|cheers|best(?=,|[ \t]{0,3}\n)|regards|kind regards|best regards|warm regards|sincerely|yours(?=,|[ \t]{0,3}\n)|yours truly|respectfully|love(?=,|[ \t]{0,3}\n)|danke|vielen dank|viele gruße|liebe gruße|mit freundlichen grußen|freundliche gruße|beste gruße|mfg|lg|vg|gruß|gracias|muchas gracias|saludos|saludos cordiales|atentamente|un saludo|merci|cordialement|bien a vous|bien cordialement|salutations|obrigad[oa]|atenciosamente|cumprimentos|abracos|grazie|cordiali saluti|distinti saluti|met vriendelijke groet|groeten|halsningar|mvh|pozdrawiam|с уважением)[,.!]?(?:[ \t]{1,3}|[ \t]{0,3}\n{1,2}[ \t]{0,3}[-–~]?[ \t]{0,2})`,
    'end',
  ),
  cue(
    String.raw`(?:mr|mrs|ms|mx|dr|prof|sr|sra|srta|mme|mlle|hr|fr|dipl\.-ing|ing)\.?[ \t]{1,2}|(?:miss|sir|madam|herrn?|frau|senora?|dona|monsieur|madame|mademoiselle|signora?|dottore|senhora?|dona|doctor|professor|pan|pani|господин|госпожа)[ \t]{1,2}`,
    'capital',
  ),
  cue(
    String.raw`(?:[Mm]y|[Oo]ur|your|his|her|their)\s(?:new |old |former |ex-?|other |senior |junior )?(?:colleague|co-?worker|boss|supervisor|team ?lead|manager|assistant|secretary|husband|wife|spouse|son|daughter|brother|sister|mother|father|mom|mum|dad|friend|partner|girlfriend|boyfriend|flatmate|roommate|neighbou?r|accountant|lawyer|attorney|doctor|teacher|employee|ceo|cto|cfo|coo|cmo|CEO|CTO|CFO|account manager|agent|rep|representative|technician|contact|contact person|intern),?(?: is| was| named| called)?,?\s|(?:spoke|speak|spoken|talked|talk|chatted|chat|chatting|speaking|talking)\s(?:to|with)\s|on behalf of\s|(?:ask|asked|contact|contacted|emailed|escalated? (?:this |it )?to|assigned (?:this |it )?to|forwarded? (?:this |it )?to|reassigned to|addressed to|registered to|belongs? to|hired)\s|(?:user|customer|client|patient|employee|person|someone|somebody|colleague|agent|guy|woman|man|lady|driver)(?: is|,)? (?:named|called)\s|signed,?\s|(?:mein|unser|meine|unsere) (?:Kollege|Kollegin|Chef|Chefin|Mann|Frau|Sohn|Tochter)\s|(?:mi|nuestro|nuestra) (?:colega|companero|companera|jefe|jefa|esposo|esposa|hijo|hija)\s|(?:mon|ma|notre) (?:collegue|chef|mari|femme|fils|fille)\s`,
    'capital',
    'gu',
  ),
];

const NAME_TOKEN = /(?:\p{L}\.|\p{L}[\p{L}\p{M}'-]{0,29})/uy;
const GAP = /[ \t]{1,2}(?=\p{L})/uy;
const PARTICLE = /^(?:van|von|der|den|de|del|della|di|da|dos|das|la|le|el|al|bin|ibn|ter|zu|zur|y|e)$/i;
const MAX_NAME_TOKENS = 4;

/** Names of people whom the helpdesk does not state, by what stands around them: introductions, greetings, titles. */
export function peopleSpans(text: string): Span[] {
  return [
    ...CUES.flatMap((each) => cuedSpans(text, each)),
    ...knownFirstNames(text),
    ...asianNameSpans(text),
    ...signatureSpans(text),
  ];
}

function cuedSpans(text: string, { words, needs }: Cue): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(words)) {
    const start = match.index + match[0].length;
    const end = nameEnd(text, start, needs === 'any' || needs === 'end');
    if (end === null) continue;
    const name = text.slice(start, end);
    const isCapital = /^[\p{Lu}\p{Lo}]/u.test(name);
    if (needs === 'end' && !isEnd(text, end)) continue;
    if (needs === 'end' && !isCapital && (name.includes(' ') || !FIRST_NAMES.has(name) || match[0].includes('\n\n'))) {
      if (!(name.split(' ').length <= 2 && name.split(' ').some((part) => FIRST_NAMES.has(part)))) continue;
    }
    if (needs === 'closed' && !isClosed(text, end)) continue;
    spans.push({ start, end, kind: 'name' });
  }
  return spans;
}

/** Where a name that begins here ends: one to four words with capitals (or any case), none of them a common word. */
function nameEnd(text: string, start: number, isAnyCase: boolean): number | null {
  let at = start;
  let end: number | null = null;
  for (let count = 0; count < MAX_NAME_TOKENS; count++) {
    NAME_TOKEN.lastIndex = at;
    const token = NAME_TOKEN.exec(text)?.[0].replace(/'s$|'$/, '');
    if (!token) break;
    const lower = token.toLowerCase();
    const isCapital = /^[\p{Lu}\p{Lo}]/u.test(token);
    const isParticle = count > 0 && PARTICLE.test(token) && !/^(?:y|e)$/.test(token);
    if (NO_NAMES.has(lower.replace(/\.$/, '')) && !isParticle) break;
    if (!isCapital && !isParticle && !(isAnyCase && lower.length > 1)) break;
    if (!isParticle) end = at + token.length;
    at += token.length;
    GAP.lastIndex = at;
    const gap = GAP.exec(text)?.[0];
    if (!gap) break;
    at += gap.length;
  }
  return end;
}

const isEnd = (text: string, end: number) => /^(?:'s)?\s?(?:[,.!:;)?\n-]|$)/.test(text.slice(end, end + 6));
const isClosed = (text: string, end: number) =>
  /^(?:\s?[,.!;)\n]|\s?$|\s(?:from|at|with|here|and|of|speaking|writing|calling|again|in|aus|von|und|de|et|y|e|da|from)\s|\s-)/i.test(
    text.slice(end, end + 12),
  ) ||
  / /.test(
    text
      .slice(Math.max(0, end - 20), end)
      .trim()
      .split(/\n/)
      .at(-1) ?? '',
  ) === false;

const PLACE_BEFORE =
  /^(?:San|Santa|Sao|St|Saint|Sankt|Fort|Mount|Port|Lake|Cape|North|South|East|West|New|El|Los|Las)$/;

/** First names that are nothing else, with the capitalised words after them. */
function knownFirstNames(text: string): Span[] {
  const tokens = tokensOf(text);
  const spans: Span[] = [];
  tokens.forEach((token, at) => {
    if (!FIRST_NAMES.has(token.lower) || !/^\p{Lu}/u.test(token.text)) return;
    if (PLACE_BEFORE.test(tokens[at - 1]?.text ?? '')) return;
    let last = token;
    for (let next = at + 1; next < at + 4 && next < tokens.length; next++) {
      const follower = tokens[next]!;
      const between = text.slice(last.end, follower.start);
      const isInitial = follower.text.length === 1 && text[follower.end] === '.';
      if (!/^(?: |\. |-|'|)$/.test(between) || !/^\p{Lu}/u.test(follower.text) || NO_NAMES.has(follower.lower)) break;
      if (
        follower.text.length > 1 &&
        follower.text === follower.text.toUpperCase() &&
        token.text !== token.text.toUpperCase()
      )
        break;
      last = isInitial ? { ...follower, end: follower.end + 1 } : follower;
    }
    spans.push({ start: token.start, end: last.end, kind: 'name' });
  });
  return spans;
}
