import { isFamiliar, isThing } from '../../lexicon/familiar.ts';
import { isFirstName } from '../../name.ts';
import type { Reading, Recognizer } from '../../recognizer.ts';
import type { Span } from '../../span.ts';
import { tokensOf } from '../../tokens.ts';
import { NO_NAMES, WORDLIKE_NAMES } from '../../words.ts';

/** A word of a run of capitals: what a name may be made of, and what it says about the run. */
interface Part {
  text: string;
  start: number;
  end: number;
  kind: 'strange' | 'either' | 'familiar' | 'particle' | 'initial';
}

const WORD = /[\p{L}\p{M}]{1,40}(?:['-][\p{L}\p{M}]{1,40}){0,3}/gu;
const NAME_LIKE =
  /^(?:\p{Lu}(?:'\p{Lu})?|(?:Mc|Mac|Fitz|De|Di|La|Le|Van|Von)\p{Lu})\p{Ll}+(?:['-]\p{L}?\p{Ll}+){0,2}$/u;
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|di|da|dos|das|do|la|le|el|al|bin|bint|ibn|ter|ten|zu|zur|y|ni|ua|nic|af|av)$/i;
const MAX_PARTS = 6;

/** What comes before a person and nothing else, at the end of the words before. */
const PERSON_BEFORE = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:(?:my|our|your|his|her|their|the|a|new|former|branch|team|shift|night|store|floor|site|office|area|regional|general|deputy|assistant|senior|head|line|account|project)\s){0,3}(?:${[
    'colleague|co-?worker|boss|supervisor|lead|leader|manager|assistant|secretary|husband|wife|son|daughter|brother|sister|mother|father|friend|partner|neighbou?r',
    'accountant|lawyer|doctor|teacher|employee|worker|nurse|cook|chef|driver|technician|engineer|director|chairman|chairwoman|president|founder|owner|head|foreman|clerk|cashier',
    'trainee|apprentice|intern|student|patient|tenant|landlord|agent|rep|representative|specialist|officer|borrower|requester|resident|guest|candidate|applicant',
    '[\\p{L}]{3,12}(?<!l)ist|\\p{L}{3,12}(?:woman|keeper)|guardian|librarian|physician|musician|beautician|dietician|caretaker|janitor|waiter|waitress|plumber|electrician|tutor|coach|planner|buyer|courier',
    'professor|captain|sergeant|pastor|rabbi|imam|uncle|aunt|cousin|nephew|niece|grandmother|grandfather',
  ].join('|')})(?:,| is| was| named| called)? $|(?:^|[^\p{L}])(?:${[
    String.raw`(?:mr|mrs|ms|mx|dr|prof|sr|sra|o sr|a sra)\.?|miss|monsieur|madame|frau|herr|senhora?|senora?|signora?|signor|don|dona|pani?`,
    'on behalf of|(?:hello|hi|greetings|regards|message|call|note|word) from|(?:ask|asked|asks|asking) for|ask|asked|(?:writing|calling|standing in|filling in|covering) for|(?:speak|spoke|spoken|talk|talked|chatted|met up) (?:to|with)',
    "name(?: is|'s| was)|whose name is|signed(?: by)?[,:]?|attn[.:]?|attention:|cc:?|kollegin?|colega|collega|collegue|companer[oa]",
  ].join('|')}) $`,
  'iu',
);

/** What often comes before a person, and before other things too: enough for a full name, not for one word. */
const MAYBE_BEFORE = new RegExp(
  String.raw`(?:^|[^\p{L}])(?:${[
    'according to|thanks to|credits? to|kudos to|(?:meet|meeting|liaise|agreed|checked|confirmed) with|tell|told|remind|reminded|inform|informed|notify|emailed|phoned|texted|fired|hired|trained|visited',
    '(?:told|said|approved|confirmed|signed|written|reported|requested|submitted|sent|prepared|changed|edited|deleted|added|updated|moved|removed|resolved|handled|answered|recommended|owned|led|managed|taught|trained|hired) by',
    '(?:belongs?|belonging|addressed|assigned|granted|handed|lent|given|registered|related|married|sent|reports?|access) to|access for|says|said|replied|wrote|(?:employee|colleague)s',
    'between|together with|instead of|works? (?:for|with|under)|lives? with|(?:mailbox|account|shifts?|profile|record|file|tablet|phone|hours|badge|rota|login|e-?mail|desk|holidays|wages) of|sent to',
  ].join('|')}) $`,
  'iu',
);

/** What goes on only behind a person. */
const PERSON_AFTER =
  /^(?:\s(?:said|says|told|tells|wrote|writes|asked|asks|mentioned|mentions|reported|explained|explains|replied|answered|thinks|thought|believes|wants|wanted|forgot|forgets|called|calls|phoned|emailed|texted|complained|insists|insisted|claims|claimed|admitted|agreed|promised|noticed|remembers|knows|knew|wonders|lives|lived|left|joined|quit|retired|resigned|works|worked|leads|led|manages|managed|owns|owned|approved|confirmed|confirms|set it up|set this up|took over|takes over|helped|lost|forwarded|recommended|suggested|himself|herself|speaking|here|m'a dit|a dit|dit|dijo|dice|cambio|disse|ha detto|hat gesagt|sagt|sagte|hat|zei|zegt|trocou|powiedzial|powiedziala)(?![\p{L}])|\s(?:has|had) (?:told|said|asked|approved|confirmed|agreed|left|joined|resolved|forgotten|lost|written|called|been (?:off|ill|sick|away|promoted|hired)|not been)|\s(?:is|was) (?:on (?:leave|holiday|vacation|parental|maternity|duty)|off|ill|sick|away|out of office|pregnant|my|our|your|his|her|their|in charge|responsible|leaving|retiring|the (?:manager|owner|boss|lead|head|director|supervisor|person|one who|contact))(?![\p{L}])|\s(?:works?|worked|from (?:accounting|hr|finance|payroll|sales|marketing|it|reception|logistics|human resources|the (?:night|day|late|early|front|back|office|branch|kitchen|depot|warehouse|bar|floor|team|shift)))(?![\p{L}])|'s (?:tablet|account|mail|e-?mail|phone|shift|schedule|rota|password|profile|manager|team|request|device|login|name|wife|husband|desk|hours|pay|record|file|badge|holiday|leave|permission|role|boss|branch|laptop|computer|car)(?![\p{L}])|,? (?:who|whose|whom)(?![\p{L}])|,\s(?:our|my|your|his|her|their|head of|director of|manager|he|she|they|a (?:colleague|manager|nurse|cook)|the (?:manager|owner|boss|lead|head|director|supervisor))(?![\p{L}])|\s\((?:he|she|they|my|our|the|her|his|manager|head|lead|night|day|age|born|hr|accounting)(?![\p{L}]))/iu;

/** What stands before a label, a product or a place. */
const THING_BEFORE =
  /(?:[>→›»|"'“«[`]\s{0,2}|(?:^|[^\p{L}])(?:the|an|this|that|every|each|no|any|some|click|press|tap|hit|select|choose|pick|open|reopen|close|use|uses|using|via|through|under|in|into|inside|within|at|near|go to|goes to|navigate to|switch to|set|enable|disable|tick|untick|toggle|install|installed|run|running|launch|start|see|view|mode|version|on|your|our|its|and then|than|like|as)\s)$/iu;

/** What goes on behind a label, a product or a place. */
const THING_AFTER =
  /^(?:\s{0,2}[>→›»|"”`\]]|\s(?:tab|menu|button|page|screen|field|setting|settings|option|options|panel|view|list|section|box|dialog|window|icon|link|toggle|switch|column|row|report|template|plan|plugin|app|application|integration|module|feature|mode|browser|server|client|api|sdk|cli|account|file|folder|export|import|service|team|group|key|token|id|number|code|version|license|project|repository|package|library|framework|documentation|guide|protocol|standard|format|syntax|algorithm|street|avenue|branch|city|region|province|hotel|airport|university|street|road)(?![\p{L}])|\s?\d)/iu;

/** Endings of family names that English words and products seldom have. */
const FAMILY =
  /(?:[^s]ski|ska|skaya|[dk]sky|wicz|czyk|[eo]vic|ovich|evich|ovna|evna|[aeiou]va|escu|opoulos|idis|akis|shvili|adze|enko|chuk|ainen|sson|dottir|quist|gaard|gren|lund|berger|stein|mann|bauer|meier|meyer|maier|huber|[dgnr]ez|inho|eira|elli|etti|ucci|aldi|natarajan|nathan|murthy|swamy|singh|oglu|zadeh|ullah|uddin|yama|mura|gawa|naka|shita|kawa|saki|moto|ovsky|ewski|inski)$/;

/** Capitals throughout: a name only where a person is spoken of. */
const SHOUTED = /^\p{Lu}{3,}$/u;

/** Runs of one text whose surroundings are read: bounds the work on lists of thousands. */
const MAX_WEIGHED = 600;
const MIN_FAMILY_LETTERS = 6;
const BEFORE_CHARS = 40;
const AFTER_CHARS = 40;

/**
 * Full names of people whom the helpdesk does not state, in running text: two words or more with capitals of which none
 * is familiar, or of which one is where a person is spoken of ("… said", "my manager …"); single ones only behind what
 * comes before a person. Labels, products and places stay by what stands around them, and what stands behind a step. What
 * is strange is known of English alone: in other languages a name has to be one of the world's, or stand where a person does.
 */
export const stranger: Recognizer = {
  name: 'stranger',
  kind: 'name',
  countries: [],
  covers: 'full names in running text by what stands around them and by being no words',
  find(reading) {
    const { text, cues } = reading;
    if (!/\p{Lu}[\p{Ll}\p{Lu}]/u.test(text)) return [];
    const steps = new Set(cues.of('steps').map((cue) => cue.end));
    const lines = linesOf(text);
    return runsOf(text).flatMap((run, at) =>
      at < MAX_WEIGHED ? (nameIn(reading, run, steps, lines) ?? []) : (unweighed(run) ?? []),
    );
  },
};

function nameIn(
  { text, cues }: Reading,
  run: readonly Part[],
  steps: ReadonlySet<number>,
  lines: (place: number) => Line,
): Span | null {
  const { isEnglish } = cues;
  const parts = trimmed(run, cues.isStop);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const whole = run[run.lastIndexOf(last) + 1]?.kind === 'either' ? run[run.lastIndexOf(last) + 1]! : last;
  const before = text.slice(Math.max(0, run[0]!.start - BEFORE_CHARS), first.start);
  const after = text.slice(whole.end, whole.end + AFTER_CHARS);
  const words = parts.filter((part) => part.kind !== 'particle' && part.kind !== 'initial').length;
  const span = { start: first.start, end: whole.end, kind: 'name' as const };
  if (THING_AFTER.test(after) || (SHOUTED.test(first.text) && words < 2)) return null;
  const isStep =
    isBehindStep(text, run, steps) || parts.some((part) => steps.has(part.end) && cues.spoken.size > 0 && !isEnglish);
  if (isStep && !isFirstName(first.text.toLowerCase())) return null;
  if (PERSON_BEFORE.test(before)) return span;
  if (words + (whole === last ? 0 : 1) < 2) return null;
  if (MAYBE_BEFORE.test(before)) return span;
  if (isListed(text, span, parts)) return span;
  if (PERSON_AFTER.test(after) && !/(?:^|[^\p{L}])the\s$/iu.test(before)) return span;
  const strange = parts.filter((part) => part.kind === 'strange').length;
  if (SHOUTED.test(first.text) || strange < words || words < 2 || isTitled(lines(first.start), parts)) return null;
  if (parts.some((part) => isFirstName(part.text.toLowerCase()))) return span;
  if (!isEnglish) return null;
  if (FAMILY.test(last.text.toLowerCase()) && last.text.length >= MIN_FAMILY_LETTERS) return span;
  return first === run[0] && THING_BEFORE.test(before) ? null : span;
}

/** Beyond what is weighed, two strange words are a name, whatever stands around them. */
function unweighed(run: readonly Part[]): Span | null {
  const [first, last] = [run[0]!, run.at(-1)!];
  return run.filter(({ kind }) => kind === 'strange').length > 1
    ? { start: first.start, end: last.end, kind: 'name' }
    : null;
}

/** Whether a step comes right before a run, quotes and a line's number aside. */
function isBehindStep(text: string, run: readonly Part[], steps: ReadonlySet<number>): boolean {
  const lead = /[ "'“„«:]{0,3}$/.exec(text.slice(Math.max(0, run[0]!.start - 3), run[0]!.start))![0].length;
  return steps.has(run[0]!.start - lead) || steps.has(run[0]!.end);
}

/** "Dubois, Renee" alone at the beginning of a line, as lists of people have it: the second word is joined. */
function isListed(text: string, { start, end }: Span, parts: readonly Part[]): boolean {
  return (
    parts.length === 2 &&
    text[parts[0]!.end] === ',' &&
    /(?:^|\n)\s{0,3}$/.test(text.slice(Math.max(0, start - 4), start)) &&
    /^\s?(?:[-–(:;|]|\n|$)/.test(text.slice(end, end + 3))
  );
}

/** Without familiar words at either end: "According", "Ask", "Manager". */
function trimmed(run: readonly Part[], isStop: (word: string) => boolean): readonly Part[] {
  let [from, to] = [0, run.length];
  const isOut = ({ kind, text }: Part, next: Part | undefined) =>
    kind === 'familiar' ||
    kind === 'particle' ||
    (isStop(text.toLowerCase()) && !isFirstName(text.toLowerCase())) ||
    (kind === 'either' && (next?.kind !== 'strange' || !WORDLIKE_NAMES.has(text.toLowerCase())));
  while (from < to && isOut(run[from]!, run[from + 1])) from++;
  while (to > from && isOut(run[to - 1]!, run[to - 2])) to--;
  return run.slice(from, to);
}

/** Words with capitals, side by side, each line for itself; a particle joins two of them. */
function runsOf(text: string): Part[][] {
  const runs: Part[][] = [];
  let run: Part[] = [];
  const flush = () => {
    while (run.at(-1)?.kind === 'particle') run.pop();
    if (run.some((part) => part.kind === 'strange')) runs.push(run);
    run = [];
  };
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const part: Part = { text: word, start: match.index, end: match.index + word.length, kind: kindOf(word) };
    const previous = run.at(-1);
    const gap = previous ? text.slice(previous.end, part.start) : '';
    if (
      previous &&
      !(
        gap === ' ' ||
        (gap === ', ' && isAlone(text, previous)) ||
        (previous.kind === 'initial' && /^\.? ?$/.test(gap))
      )
    )
      flush();
    const isName = NAME_LIKE.test(word) || (SHOUTED.test(word) && (run.length === 0 || SHOUTED.test(previous!.text)));
    if (isName || (part.kind === 'initial' && /^[. ]/.test(text.slice(part.end, part.end + 1)))) run.push(part);
    else if (run.length > 0 && PARTICLE.test(word)) run.push({ ...part, kind: 'particle' });
    else flush();
    if (run.length >= MAX_PARTS) flush();
  }
  flush();
  return runs;
}

/** Whether a word begins its line, so that what follows its comma may be its first name. */
const isAlone = (text: string, { start, kind }: Part): boolean =>
  kind === 'strange' && /(?:^|\n)\s{0,3}$/.test(text.slice(Math.max(0, start - 4), start));

function kindOf(word: string): Part['kind'] {
  const lower = word.toLowerCase();
  if (/^\p{Lu}$/u.test(word)) return 'initial';
  if (/(?:n't|'(?:ll|re|ve|m|d))$/.test(lower)) return 'familiar';
  if (isFirstName(lower)) return 'strange';
  if (NO_NAMES.has(lower) || isThing(lower)) return 'familiar';
  return WORDLIKE_NAMES.has(lower) || isFamiliar(lower) ? 'either' : 'strange';
}

const MIN_TITLE_WORDS = 2;
const MIN_TITLE_SHARE = 0.8;

/** Of one line: its longer words, how many of them have capitals, and whether one is familiar. */
interface Line {
  words: number;
  capitals: number;
  isFamiliar: boolean;
}

/** The line of a place; asked for places in order, each line is read once. */
function linesOf(text: string): (place: number) => Line {
  let [from, end, line] = [0, -1, lineOf('')];
  return (place) => {
    while (place > end) {
      from = end + 1;
      const stop = text.indexOf('\n', from);
      end = stop < 0 ? text.length : stop;
      if (place <= end) line = lineOf(text.slice(from, end));
    }
    return line;
  };
}

function lineOf(text: string): Line {
  const words = tokensOf(text).filter((token) => token.text.length > 3);
  return {
    words: words.length,
    capitals: words.filter((token) => /^\p{Lu}/u.test(token.text)).length,
    isFamiliar: words.some((token) => isFamiliar(token.lower)),
  };
}

/** Whether the rest of the line is written with a capital each, as headings and trails of menus are. */
function isTitled(line: Line, parts: readonly Part[]): boolean {
  const own = parts.filter((part) => part.text.length > 3).length;
  const words = line.words - own;
  return words >= MIN_TITLE_WORDS && line.isFamiliar && line.capitals - own >= MIN_TITLE_SHARE * words;
}
