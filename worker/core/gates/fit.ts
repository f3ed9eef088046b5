import { linksAndImages } from '../html/normalize.ts';
import { isHostIn } from '../redact/host.ts';
import { advice } from './advice.ts';

/** Words that speak to a machine or of its work, never to a customer; in them whatever else was said is in doubt. */
const ORDERS: readonly RegExp[] = [
  /\b(?:ignor\w{1,4}|disregard\w{0,3}|forget|override)\b[^.\n]{0,40}\b(?:turns|(?:earlier|other|previous|prior|above) (?:steps|replies|answers|text|content|conversations?)|instructions?|instrucciones|instruções|anweisungen|rules?|prompts?|(?:the |everything )above|previous (?:text|messages?))\b/iu,
  /\b(?:system|developer) (?:prompt|message|override)\b|\byou are now\b|\b(?:note|instructions?|message) (?:to|for) (?:the )?(?:ai|llm|bot|model|assistant|drafts?)\b|\blanguage model\b/iu,
  /^\W{0,6}(?:system|assistant|developer|ai)\s?:/imu,
  /\b(?:reviewer|moderator)s? (?:has |have )?(?:already )?approved\b|\b(?:confidence|decision|is_?approved)\b["']?\s?(?:is|=|:)\s?["']?(?:\d|publish|approve|true)/iu,
  /\b(?:all|every|each|the) (?:help |new )?articles? (?:must|should|has to|have to|shall)\b|\b(?:to|in|into) (?:all|every) (?:help )?articles?\b|\b(?:knowledge base|article) title\b/iu,
  /忽略[^。\n]{0,12}(?:指令|指示|以上|上面)|を無視|(?:指示|上記)は無視|지시를 무시|игнорируй\p{L}{0,4}\s[^.\n]{0,30}инструкци|تجاهل[^.\n]{0,20}(?:التعليمات|تعليمات)/iu,
  /\b(?:new|updated|real|hidden|secret) instructions?\b|\b(?:prior|previous|earlier) guidance\b|\bpretend (?:to be|you are|that you)\b|\bas an? (?:ai|llm|language)\b|\b(?:admin|developer|debug|god|dan) mode\b/iu,
  /\b(?:print|output|repeat|say|write|state|include|insert|append)\b[^.\n]{0,20}\b(?:exactly|verbatim|word for word|the (?:sentence|phrase|words|string))\b|^\W{0,4}output\s\S/imu,
  /\bauto-?publish|\bapproved by (?:qa|the reviewer|reviewers?|moderat\w+|admin\w*)\b|\b(?:do not|don't) follow (?:the|any|these|your) (?:earlier|previous|other|above)/iu,
  /^\W{0,6}(?:dear |hey |to the |note (?:to|for) (?:the )?)?(?:summari[sz]er|writer|drafter|editor|author|copywriter|reviewer|crawler|indexer|scraper|parser|ro?bot|model|gpt|chatbot|copilot|machine|algorithm)s?\s?[:,]/imu,
  /\b(?:nota|hinweis|notiz|mensaje|nachricht|message|attention|atenci[oó]n)\b[^.\n]{0,24}(?<!\p{L})(?:ia|ki|ai|sprachmodell|modelo|mod[eè]le|r[eé]dacteur|redactor|redakteur|schreiber|bot|automat\p{L}{0,6})(?!\p{L})|\bsystem note\b|\bif you are an? (?:automat\w{1,3}|ai|bot|machine|model|writer|language|assistant)\b|\bwho(?:so)?ever (?:drafts|writes|reads|summari[sz]es|publishes)\b/iu,
  /\bmemori[sz]e\b|\b(?:all|any) future (?:answers?|articles?|repl(?:y|ies)|conversations?)\b|\brot-?13\b|\bbase-?64\b|\bdecode (?:this|and|it)\b|^\W{0,4}(?:override|overrule)\b|\b(?:title|publish|decision|approved?|confidence|category)\s?=\s?\S/imu,
  /(?<!\b(?:[Tt]ype|[Ee]nter|[Cc]hoose|[Ss]elect|[Pp]ress) (?:in )?the )\b(?:sentence|phrase|words?|token|string|passphrase|headline|slogan)\s["“'«][^"”'»\n]{2,80}["”'»]|\b(?:headline|heading|title) (?:to|is|must be|should be)\b(?=[^.\n]{0,40}["“«]|[^.\n]{0,10}\b[A-Z]{5,})|\bmust be in the (?:title|headline|text|article)\b/u,
  /\brepeat after me\b|\b(?:answer|reply to|tell|greet) (?:every|each|all|any) (?:customer|user|client|visitor|question|reader)s?\b[^.\n]{0,40}\b(?:with|that|to)\b|\bleave out (?:the|all|every) (?:steps?|rest|procedure|others?)\b|\bonly (?:say|write|answer|output|print)\b/iu,
  /\b(?:the|this|a|my|our) (?:customer|client|requester|guest|caller)s? (?:has |have |had |just )?(?:asked|asks|wrote|writes|told|says|said|wants|insists|claims|claimed|requested|demands?)\b/iu,
  /\b(?:add|put|write|include|mention|insert|list|publish|note)\b[^.\n]{0,60}\b(?:your|our|the|all|every|these) (?:help|support|knowledge|faq|documentation)[ -]?(?:pages?|articles?|texts?)\b/iu,
  /\b(?:just |only )?(?:kidding|joking)\b|\bhaha\w{0,8}\b|\bcompetitors?\b|\bvote for\b|\bour (?:sla|margins?|cost price|purchase price)\b|\b(?:honestly|frankly)\b|\b(?:rubbish|crap)\b|\bonly for you\b|\b(?:leave|give|write|rate)\b[^.\n]{0,20}\b(?:five|5)[- ]stars?\b|\b(?:auditors?|lawsuit|sue (?:us|them|me|him))\b|\b(?:aspirin|ibuprofen|paracetamol|antibiotics)\b|\bblack market\b|\bunofficial\b/iu,
  /\bjust between (?:us|you and me|ourselves)\b|\bdo(?:n't|n’t| not) tell (?:any|the|them|him|her|customers?)|,\s?do not tell\b|\bconfidential(?:ly)?\b|\boff the record\b|^\W{0,4}internal(?:ly)?\s?(?:only|note|use)?\s?:/imu,
  /<\|[^|\n]{1,40}\|>|\[\[\s?\/?system|\[\/?INST\]|^#{2,}\s?(?:instruction|response|system)/imu,
];

/** What would be no words in an article: tags, address schemes, placeholders, formulas, signs that steer a display. */
const NO_WORDS: readonly RegExp[] = [
  /<\s{0,3}[!/]?\s{0,3}[a-z][^\n]{0,2000}(?:>|=|$)|&(?:lt|#0*60|#x0*3c);/iu,
  /\b(?:javascript|vbscript|data):\S|\bon(?:error|load|click|mouseover|focus)\s?=/iu,
  /\{\{|\}\}|\{%|%\}|\$\{|<%/u,
  /^\s{0,9}[=+@-]\s?[A-Z]{2,20}\s?\(|[.!?]\s[=+@-][A-Z]{2,20}\(/mu,
  /(?![\t\n\v\f\r\u0080-\u009f])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffd]/u,
  /^(?:X-[A-Za-z-]{2,30}:\s|[A-Z][a-z]{2,20}(?:-[A-Z][a-z]{2,20}){1,3}:\s\S*[=/;])/mu,
  /\btext\s\S{1,20}\sto\s\d{4,6}\b/iu,
  /<![a-z]{2,20}>|%3c\/?[a-z!]|\bh\st\st\sp\b/iu,
  /\p{M}{4,}|[\u{1d400}-\u{1d7ff}\u{1f130}-\u{1f189}\u24b6-\u24e9]|[\uff21-\uff3a\uff41-\uff5a]{3}/u,
  /(?<=\p{sc=Latin}{1,20})[\p{sc=Cyrillic}αορνυτικε](?=\p{L})|(?<=[\p{sc=Cyrillic}αορνυτικε]{1,20})\p{sc=Latin}(?=\p{L})/u,
  /\b[\w$]{1,60}(?:\.[\w$]{1,60}){1,8}(?:Exception|Error)\b|\([\w$.-]{1,60}\.\w{1,6}:\d{1,6}(?::\d{1,6})?\)|\bTraceback \(most/u,
  /(?<![A-Za-z0-9+/=-])(?=[A-Za-z+]{0,60}\d)[A-Za-z0-9+]{24,}={0,2}(?![A-Za-z0-9+/=-])/u,
];

/** A person's health, which no article tells, whoever said it. */
const HEALTH =
  /\b(?:my|his|her|their|your|our|she|he|i|who)\b[^.\n]{0,40}\b(?:hiv|aids|cancer|diabet\w{1,3}|depress(?:ed|ion|ive)|pregnan\w{1,3}|epilep\w{1,3}|hepatitis|miscarr\w{1,5}|chemotherapy|bipolar|schizophren\w{1,3}|dementia|psychiatr\w{1,4})\b/iu;

/** An address told in words: "shop dot example". */
const SPOKEN_ADDRESS =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}-]{2,63}(?:\s{1,2}(?:dot|punkt|punto|point|ponto)\s{1,2}[\p{L}\p{N}-]{2,63}){0,3}\s{1,2}(?:dot|punkt|punto|point|ponto)\s{1,2}(?:com|net|org|io|co|info|biz|app|dev|xyz|shop|example|test|de|uk|eu|fr|es|it|nl|us)(?![\p{L}\p{N}])/iu;

const ADDRESS =
  /(?:[a-z]{2,12}:)?\/\/[^\s<>"')\]]{3,}|(?<![\p{L}\p{N}@.-])(?:(?:[\p{L}\p{N}-]{1,63}(?:\.|\s?\[\.\]\s?)){1,5}(?:com|net|org|io|co|info|biz|app|dev|xyz|top|site|online|ru|cn|ly|me|gg|to|cc|tk|zip|link|click|shop|live|example|test|invalid|localdomain|de|uk|eu|fr|es|it|nl|us))(?![\p{L}\p{N}-])(?:\/[^\s<>"')\]]*)?/giu;

/**
 * Whether a message is one whose every sentence is in doubt, since part of it speaks to a machine, brings a command to be
 * run, or unsafe advice. An agent's message quoting such a one is no better.
 */
export function isTainted(text: string): boolean {
  const plain = folded(text);
  if (ORDERS.some((form) => form.test(plain)) || NO_WORDS.some((form) => form.test(text))) return true;
  return plain.split('\n').some((line) => advice(line).some(({ rule }) => rule !== 'promise'));
}

/** Whether a sentence of a message that is not tainted may become a statement: it holds no one's health and no address but below `hosts`. */
export function isFit(sentence: string, hosts: ReadonlySet<string> = NO_HOSTS): boolean {
  const plain = folded(sentence);
  if (HEALTH.test(plain) || SPOKEN_ADDRESS.test(plain) || advice(plain).some(isPledge)) return false;
  const addresses = [...(plain.match(ADDRESS) ?? []), ...linksAndImages(sentence)];
  return addresses.every((address) => isOwn(address, hosts));
}
/** Money or a guarantee that one agent pledged to one customer. Greetings and the like are cut elsewhere. */
const isPledge = ({ rule, detail }: { rule: string; detail: string }): boolean =>
  rule === 'promise' &&
  /refund|reimburs|compensat|\bcredit|discount|waive|guarante|courtesy|goodwill|call you|contact you|get back|cancell?ed|euros?|dollars?|pounds?|[€$£]/i.test(
    detail,
  );

const NO_HOSTS: ReadonlySet<string> = new Set();

function isOwn(address: string, hosts: ReadonlySet<string>): boolean {
  const [, scheme = '', host = '', after = ''] =
    /^(?:([a-z]{2,12}):)?(?:\/\/)?([^/?#\s]+)(.?)/iu.exec(address.replace(/[.,;:!?]+$/, '')) ?? [];
  if (/:(?:\/\/|%2f)|%3a/i.test(address.slice(8))) return false;
  const isWeb = scheme === '' || /^https$/i.test(scheme);
  return isWeb && !host.includes('@') && /^[/?#]?$/.test(after) && isHostIn(host, hosts);
}

const folded = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '');

/** The hosts of https addresses. */
export function hostsOf(addresses: readonly string[]): Set<string> {
  const hosts = addresses.map((address) =>
    /^https:\/\/([\p{L}\p{N}.-]+)(?:[/?#:]|$)/iu.exec(address)?.[1]?.toLowerCase(),
  );
  return new Set(hosts.filter((host) => host !== undefined));
}
