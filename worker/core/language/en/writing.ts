import { FUNCTION_WORDS } from '../../text/english-words.ts';
import type { Writing } from '../writing.ts';
import { ENGLISH_LOGIC } from './logic.ts';

const list = (words: string): Set<string> => new Set(words.trim().split(/\s+/));

const PRESSING = list(
  'press click tap choose select pick hit open tick untick enable disable use called named under on the',
);

/** Verbs whose object is a thing on the screen. */
const PRESSED = list(
  `click tap press choose select pick hit tick untick called named Click Tap Press Choose Select Pick Hit Tick Untick`,
);

const DOING = list(`
  open go click tap press choose select pick hit tick untick check uncheck enable disable turn switch set change edit type enter fill
  add remove delete create make build generate copy paste save confirm send submit sign log register download upload export import
  install uninstall reinstall update upgrade restart reload refresh scroll swipe drag drop move put place hover right-click
  navigate head visit follow use try run clear empty flush reset request ask contact call write search look find scan attach
  invite share connect disconnect link unlink cancel pause resume renew pay wait allow keep hold plug unplug charge clean
  print sort filter expand collapse close start stop begin read note verify review adjust apply activate deactivate exclude include
  rename replace repeat return schedule book order pack label bring show tell give provide state have ensure assign accept decline
  approve reject archive restore unarchive merge split mute unmute block unblock zoom rotate unpair pair reconnect
`);

/** Words that no imperative begins with, though a noun may follow: prepositions, adverbs and pronouns beside those of grammar. */
const NO_VERBS = list(`
  above across after along amid among around aside before behind below beneath beside besides beyond despite down except inside like near next off
  opposite out outside past regardless throughout toward towards under underneath unlike up versus once twice half double several much
  many most more less few fewer little enough often sometimes always never soon later earlier today tonight tomorrow yesterday meanwhile
  instead perhaps otherwise however therefore thus hence everything anything nothing something everyone anyone someone everybody anybody
  somebody nobody two three four five six seven eight nine ten last first second third good bad right wrong sure note
`);

/** What comes after the verb of an imperative: a noun with its article, number or owner, or a word that stands for one. */
const TELLING = new RegExp(
  `^(?!(?:${[...FUNCTION_WORDS, ...NO_VERBS].flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]).join('|')})\\b)` +
    `(?!\\p{L}*(?:ing|ed|ly|[^s]s)\\b)\\p{L}{2,}(?: (?:up|off|out|down|back|in|on|over|for|to|away))? ` +
    `(?:(?:the|an?|your|our|my|their|this|that|these|those|each|every|any|both|all|one|two|three|four|five|six|\\d+|no|another|whether) ` +
    `(?=[\\p{L}\\d"'“‘])|(?:every|any|some|no)(?:one|body|thing)\\b|it\\b|them\\b)`,
  'u',
);

const ASKING_BRIEFLY =
  /^(?:(?:and|right|also|then|ok(?:ay)?|sure|what about)\b,? )*(your \p{L}+(?: \p{L}+){0,4}?)(?: as well| too)?,?(?: please)?[.?]*$/iu;

const ASKING =
  /^(?:(?:ok(?:ay)?|sure|right|alright|and|great|thanks|thank you|please|also|now|then|so|first|perfect)\b[,.!]? )*(?:(?:could|can|may|might|would|will) (?:i|you|we)(?: please| also| kindly| just)* (?:get|have|know|ask(?: for)?|see|tell (?:me|us)|give (?:me|us)|provide(?: (?:me|us)(?: with)?)?|share|confirm|send (?:me|us)|specify|supply|let (?:me|us) know)(?: me| us)?(?: with)?|what(?:['’]s| is| are| was| were)|please (?:provide|confirm|tell me|give me|share|state))(?: please)? ((?:your|the (?:\p{L}+ ){1,3}(?:of|on|in|for|you))\b.{2,60}?)(?:,? (?:and your|as well|please|again|then|for me)\b.{0,20})?[,?. ]*$/iu;

/** English: what the writer needs to know of it. By hand, from grammar. */
export const ENGLISH: Writing = {
  salutation:
    /^(?:(?:hi|hello|hey|hiya|dear|greetings|good (?:morning|afternoon|evening|day))(?: there| again| all| team)?(?: (?:\p{Lu}[\p{L}.'’-]*|…)){0,3}\s*[,!.:–-]+\s*|(?:hi|hello|hey)(?: there)?\s*[,!.]*\s*$)/iu,
  signOff:
    /^(?:(?:kind|best|warm|many|with kind)? ?(?:regards|wishes|greetings)|best|cheers|thanks(?: again| a lot| so much)?|thank you|many thanks|sincerely|yours(?: (?:sincerely|truly|faithfully))?|all the best|take care|have a (?:nice|great|good|lovely)\b.{0,30})\s*[,.!]*$/i,
  doing: DOING,
  telling: TELLING,
  pressing: PRESSING,
  beginning: new Set(
    [...FUNCTION_WORDS, 'please', 'once', 'after', 'before', 'simply', 'note'].filter((w) => w.length > 1),
  ),
  linking: list(
    'a an the to of in on at by for from with and or if when your our my this that these those what as than then not no is are be',
  ),
  joining:
    /^(?:(?:then|next|after that|afterwards|finally|also|and|so|but|additionally|in addition|moreover|furthermore|besides|plus|well|basically|actually|of course|certainly)(?:[,.:!;–-]+\s*|\s+(?=\p{L}))|(?:now|yes|yep|yeah|no|nope|right|exactly|correct|sure(?: thing)?|absolutely|indeed|ok(?:ay)?|alright|great|perfect|fantastic|wonderful|excellent|awesome|lovely|super|got it|i see|good news|good question|otherwise|to (?:be|clarify|confirm)[^,]{0,20})(?:[,.:!;–]+|\s-)\s*)/iu,
  kindness: [
    /^(?:please|kindly|simply|just)\s+(?=\p{L})/iu,
    /^(?:(?:i['’]?m|i am|we are|we['’]re) (?:very |so |really |truly )?(?:sorry|afraid)|sorry|apologies|unfortunately|(?:don['’]?t|do not) worry|no worries|no problem|not to worry|thats? normal|that['’]s (?:normal|expected|fine|correct|right)|as far as i know|for your information|fyi|please note|(?:please )?(?:keep|bear) in mind|note)(?: that|,? but|[,:;.!]+)*\s+(?=\p{L})/iu,
    /(?:,\s*(?:sorry|please|thanks|thank you|though|too|as well|by the way|of course|i['’]?m afraid|unfortunately)|(?<!\s)\s+(?:please|for you|for now|sorry))(?=[.!]*$)/iu,
  ],
  dangling:
    /^(?:(?:it|its|it['’](?:s|ll|d)|they|they['’](?:re|ll|ve|d)|them|he|she|his|her|their|there,|then|afterwards|in (?:that|this|these|those) cases?|for (?:that|this)[ ,]|from there|after (?:that|this)[ ,]|before that|with (?:that|this)[ ,]|otherwise|if (?:not|so)|here|neither|or|the (?:same|one|ones|former|latter|other)|this|that|these|those|that['’](?:s|ll)|thats|such|both|is|are|was|were|has|had|does|did|am|been|being)\b)(?!(?<=\b(?:this|that|these|those|such|both)) (?!is\b|are\b|was\b|were\b|will\b|can\b|way\b|should\b|must\b|means\b|has\b|have\b)\p{L}+)/iu,
  pointingLast:
    /\b(?:before|by|until|at|after|since) (?:then|that (?:time|point|date|day)|those (?:times|dates))[.!]*$/iu,
  pointing:
    /\b(?:there|this|that one|those|these|same way|the same place|above|below|as mentioned|mentioned|he|she|him|his|her|hers)\b(?!['’])/i,
  pronoun: /\b(?:it|they|them)\b/i,
  personal:
    /\b(?:i|i['’](?:m|ll|ve|d)|me|my|mine|myself)\b|\b(?:your (?:message|ticket|patience|feedback|reply|understanding|interest|enquiry|inquiry))\b|\b(?:you (?:mentioned|wrote|said|asked|described|sent)|(?:we|i)(?:['’]ve| have)?(?: just| now| already| also| \p{L}{3,}ly)? (?:\p{L}{2,}ed|found|sent|made|got|took|gave|put|spoke|saw|told|apologi[sz]e|appreciate|understand|hope|wish)|happy to help|(?:we|i)(?:['’](?:m|re)| am| are) (?:only |just |not )?(?:un)?able to (?:help|assist)|(?:we|i) (?:do not|did not|don['’]?t|didn['’]?t) (?:\p{L}+ )?understand|you(?:['’]ve| have| had)? (?:provided|given|entered|supplied)|anything else|let (?:me|us) know|get back to|reach(?:ing)? out|feel free|look into|hope (?:this|that)|thank(?:s| you)|sorry|welcome|apologies|good (?:question|luck)|enjoy|have a (?:nice|great|good|lovely))\b/iu,
  scrap: /[=<>]|->|→|\s-\s|\b(?:&|etc)\b/u,
  stating:
    /^(?:is|are|was|were|has|have|had|will|would|can|could|must|may|might|should|still|also|always|never|only|already|\p{L}{3,}s (?:in|on|at|after|before|when|if|from|for|by))\b/iu,
  team: /\b(?:us|we|we['’]ll)\b/iu,
  hedging:
    /\b(?:probably|maybe|perhaps|most likely|i think|i believe|i guess|might be|seems?|not sure|should be|usually|sometimes|it looks like)\b/i,
  correcting:
    /^(?:(?:oh|oops|sorry|apologies|actually|wait|ah)[,.!]? )*(?:(?:i|we) (?:was|were) (?:mistaken|wrong)|(?:i|we) (?:need|have|must) to correct|correction\b|(?:please )?(?:ignore|disregard|forget) (?:that|what|my)|my mistake|i made a mistake|that was (?:wrong|incorrect|not right))/i,
  placing: list('in on under from at'),
  condition: /\b(?:if|when|once|unless|until|after|before|while|whenever|for|with|without|except|only|during)\b/i,
  verb: /\b(?:is|are|isn['’]?t|aren['’]?t|was|be|been|has|have|had|hasn['’]?t|haven['’]?t|do|does|don['’]?t|doesn['’]?t|can|can['’]?t|cannot|could|will|won['’]?t|would|must|may|need|needs|should|get|gets|you['’](?:ll|re|ve|d)|we['’](?:ll|re|ve|d)|there['’]s|it['’]s|(?:you|we|they) \p{L}{2,}|\p{L}{3,}(?:s|ed|es))\b/iu,
  haste: [
    [/\bu\b/giu, 'you'],
    [/\bur\b/giu, 'your'],
    [/\bpls\b|\bplz\b/giu, 'please'],
    [/\bbc\b/giu, 'because'],
    [/\bw\/o\b/giu, 'without'],
    [/\bthx\b/giu, 'thanks'],
    [/\bits (?=(?:a|an|the|not|only|for|in|on|\d|called|possible)\b)/giu, "it's "],
    [/\b(don|doesn|isn|aren|can|won|didn|wasn|weren|couldn|shouldn|haven|hasn)t\b/giu, "$1't"],
    [/(?<=\p{L}n) t\b/giu, "'t"],
    [/(?<=\b(?:you|we|they|i|it|he|she|that|there)) (ll|ve|re)\b/giu, "'$1"],
    [/(?<=\b(?:it|that|there|what|here)) s\b/giu, "'s"],
    [/\bthats\b/giu, "that's"],
    [/\s&\s(?=\p{Ll})/gu, ' and '],
    [/\b(min|sec|hr)\b\.?(?=\s|$)/giu, '$1'],
    [/\s+(?:=|means)\s+/gu, ' is '],
    [/!+$/gu, '.'],
  ],
  nextStep: /,\s?(?:and\s)?(?:then\s)?|\sand\sthen\s|\sand\s|\s?;\s?(?:then\s)?|,?\sthen\s/giu,
  forTheTeam: [
    [/\bi am\b|\bi['’]?m\b(?!\p{L})/giu, 'we are'],
    [/\bi['’]ll\b/giu, "we'll"],
    [/\bi['’]ve\b/giu, "we've"],
    [/\bi['’]d\b/giu, "we'd"],
    [/\bI\b/gu, 'we'],
    // A label's: within a sentence with a capital (“choose My calendar”), behind a verb of pressing or in quotes also small.
    [new RegExp(`(?:^My|(?<!["“‘(>]\\s?|\\b(?:${[...PRESSED].join('|')})(?: on)? )\\bmy)\\b`, 'gu'), 'our'],
    [/\bme\b/gu, 'us'],
  ],
  toCustomer: [
    [/\bi['’]?m\b/giu, 'you are'],
    [/\bmy\b|\bour\b/giu, 'your'],
    [/\bi\b|\bme\b|\bwe\b|\bus\b/giu, 'you'],
  ],
  thingAsked(question) {
    const said = question.replace(/\s+/g, ' ').trim();
    const thing = (ASKING.exec(said) ?? (/\bplease\b|\?$/i.test(said) ? ASKING_BRIEFLY.exec(said) : null))?.[1];
    return thing === undefined || /\b(?:question|problem|issue|concern|mind|favou?rite)\b/i.test(thing)
      ? null
      : thing.trim();
  },
  goTo: (path) => `Go to ${path}.`,
  wanting: [
    /\bhow (?:do|can|could|would|should|might) (?:i|we|you|one)\s+(?:best |actually |properly )?(.+)/iu,
    /\bhow to\s+(.+)/iu,
    /\b(?:i|we)(?:['’]d| would)? (?:just |only |really |also )?(?:want|need|like|wish|have|trying|try|love|am trying|['’]m trying|are trying)(?:ed|ing)? to\s+(.+)/iu,
    /\b(?:is it possible|is there (?:a|any) way|a way|possible|able|help (?:me|us)|needed?|wanna|want|need|trying) (?:for (?:me|us) )?to\s+(.+)/iu,
    /\b(?:can|could|may) (?:i|we|you)\s+(?:please |kindly |help me )?(.+)/iu,
  ],
  loose: list(`
    a an the this that these those some any my your our their his her its i you we they he she it me us them to of in on at by for from with
    without into about as than then so if or and but because is are was were be been being do does did have has had will would can could
    may might must should not no what which who whom whose when where why how there here now just only also too very really please hi hello
    hey thanks thank am im again any anyone all still yet more need needs needed want wants wanted looking trying hoping wish
  `),
  determining: list(`
    a an the my your our their his her its this that these those i you we they it he she me us them some any no there is are was were
  `),
  going: list('open go navigate head visit log sign'),
  howTo: (task) => `How to ${task.charAt(0).toLowerCase()}${task.slice(1)}`,
  lead: (name, isTask) =>
    isTask
      ? `Here is how to ${name.charAt(0).toLowerCase()}${name.slice(1)}.`
      : `Here is what you need to know about ${name}.`,
  ofItself: [/^here is (?:how to|what you need to know about) (.+)$/i, /^have (.+) ready$/i],
  ready: (things) =>
    `Have ${things.length > 1 ? `${things.slice(0, -1).join(', ')} and ${things.at(-1)}` : things[0]} ready.`,
  headings: { ready: 'Before you start', notes: 'Good to know' },
  logic: ENGLISH_LOGIC,
};
