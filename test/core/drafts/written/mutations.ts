import type { ArticleAnswer } from '../../../sandbox/models/good.ts';
import { SPOILS } from '../../../sandbox/models/hostile-texts.ts';

/** One fault put into a good article: the answer as it became, and a text that may stand nowhere in the draft. */
export interface Mutant {
  answer: ArticleAnswer;
  never: string | null;
}

type Pick = <T>(items: readonly T[]) => T;
type Fault = (answer: ArticleAnswer, pick: Pick) => Mutant | null;

/** Words of logic to spoil with, by language: a denial, a beginning of a condition, a narrowing, a duty. */
const WORDS: Readonly<Record<string, { denial: RegExp; narrowing: RegExp; hanging: RegExp }>> = {
  en: {
    denial: /\b(?:not|never) |(?<=can)not/i,
    narrowing: /\b(?:only|at least|up to|about) /i,
    hanging: /^(?:if|when|unless) [^,]+, /i,
  },
  de: { denial: /\bnicht /i, narrowing: /\bnur /i, hanging: /^wenn [^,]+, /i },
  fr: { denial: /\bpas /i, narrowing: /\bseulement /i, hanging: /^si [^,]+, /i },
  es: { denial: /\bno /i, narrowing: /\bsolo /i, hanging: /^si [^,]+, /i },
  pt: { denial: /(?<!\p{L})não /iu, narrowing: /\bsó /i, hanging: /^se [^,]+, /i },
};
const NOT: Readonly<Record<string, string>> = { en: 'not', de: 'nicht', fr: 'pas', es: 'no', pt: 'não' };
const HINTS: Readonly<Record<string, string>> = {
  en: 'minutes',
  de: 'Minuten',
  fr: 'minutes',
  es: 'minutos',
  pt: 'minutos',
};
const UNITS = /\b(?:minutes|hours|days|MB|characters|Tage\p{L}*|Jahre|jours|horas|meses|dias|months|people)\b/u;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The answer with another text for one sentence that the change applies to; null where it applies to none. */
function changing(change: (text: string, pick: Pick) => string): Fault {
  return (answer, pick) => {
    const open = answer.sections.flatMap(({ sentences }, section) =>
      sentences.flatMap(({ text }, sentence) => {
        const next = change(text, pick);
        return next === text ? [] : [{ section, sentence, next }];
      }),
    );
    if (open.length === 0) return null;
    const { section, sentence, next } = pick(open);
    const copy = structuredClone(answer);
    copy.sections[section]!.sentences[sentence]!.text = next;
    return { answer: copy, never: next };
  };
}

/** The answer with one sentence more, which says what another says it says. */
function adding(texts: readonly string[], form: 'steps' | null): Fault {
  return (answer, pick) => {
    const copy = structuredClone(answer);
    const open = copy.sections.filter((section) => form === null || section.form === form);
    if (open.length === 0) return null;
    const { sentences } = pick(open);
    const at = Math.floor(pick([0, 0.5, 1]) * sentences.length);
    const text = pick(texts);
    sentences.splice(at, 0, { text, says: pick(sentences).says });
    return { answer: copy, never: text };
  };
}

const swapped = (text: string, one: string, other: string): string =>
  text.replaceAll(one, '\u0001').replaceAll(other, one).replaceAll('\u0001', other);

/** Faults by kind, in the words of one language. Each is wrong wherever it applies. */
export function faultsIn(language: string): Readonly<Record<string, Fault>> {
  const { denial, narrowing, hanging } = WORDS[language]!;
  const last = /(?=[.]$)/;
  return {
    'value changed': changing((text, pick) =>
      text.replace(/\d+(?=[^\d]|$)/, (n) => String(Number(n) + pick([1, 7, 60]))),
    ),
    'value swapped with another sentence': (answer, pick) => {
      const all = answer.sections.flatMap(({ sentences }) => sentences);
      const numbered = all.filter(({ text }) => /\d/.test(text));
      if (numbered.length < 2) return null;
      const one = pick(numbered);
      const theirs = numbered.map(({ text }) => /\d+/.exec(text)![0]).filter((n) => n !== /\d+/.exec(one.text)![0]);
      if (theirs.length === 0) return null;
      const next = one.text.replace(/\d+/, pick(theirs));
      const sections = answer.sections.map((s) => ({
        ...s,
        sentences: s.sentences.map((x) => (x === one ? { ...x, text: next } : x)),
      }));
      return { answer: { ...answer, sections }, never: next };
    },
    'values swapped in a sentence': changing((text) => {
      const [one, other] = [...new Set(text.match(/\d+/g) ?? [])];
      return one && other ? swapped(text, one, other) : text;
    }),
    'unit changed': changing((text, pick) =>
      text.replace(UNITS, (unit) => pick(['weeks', HINTS[language]!, 'GB']).replace(unit, 'years')),
    ),
    'condition dropped': changing((text) => capital(text.replace(hanging, ''))),
    'condition at the end dropped': changing((text) =>
      text.replace(/ (?:if|when|until|before|after|while|without|within|outside|from) [^,.]+(?=\.$)/, ''),
    ),
    'condition added': changing((text, pick) =>
      text.replace(last, pick([' if you are an owner', ' when the app is open', ' before you start'])),
    ),
    'condition turned': changing((text) =>
      text
        .replace(/^(?:If|Unless|When)\b/, (head) => (head === 'Unless' ? 'If' : 'Unless'))
        .replace(/\bbefore\b/, 'after')
        .replace(/\buntil\b/, 'when'),
    ),
    'polarity turned by leaving out': changing((text) => capital(text.replace(denial, ''))),
    'polarity turned by adding': changing((text) => {
      const at = text.indexOf(' ', text.length / 3);
      return denial.test(text) || at < 0 ? text : `${text.slice(0, at)} ${NOT[language]} ${text.slice(at + 1)}`;
    }),
    'narrowing word dropped': changing((text) => capital(text.replace(narrowing, ''))),
    'duty added': changing((text) =>
      language === 'en' ? `You must ${text.charAt(0).toLowerCase()}${text.slice(1)}` : text,
    ),
    'step added': adding(['Restart the app.', 'Clear the cache.', 'Press Save.', 'Delete the old file.'], 'steps'),
    'sentence added': adding(
      ['This is free for all members.', 'Contact the support team.', 'The app must be updated.'],
      null,
    ),
    'step added within a sentence': changing((text, pick) =>
      text.replace(last, pick([' and press Save', ', then restart the app', ' and click OK'])),
    ),
    'name added': changing((text, pick) => text.replace(last, ` ${pick(['for Mallory', 'in Wombat Pro', 'by Acme'])}`)),
    'link added': changing((text, pick) =>
      pick(['link', 'bare_link', 'markdown_link', 'email'].map((name) => SPOILS[name]!))(text),
    ),
    'command or markup added': changing((text, pick) =>
      pick(['command', 'script', 'html', 'placeholder', 'bidi', 'zero_width'].map((name) => SPOILS[name]!))(text),
    ),
    'label changed': changing((text, pick) =>
      text.replace(/(?<=\p{L}\s)\p{Lu}\p{L}{3,}(?: [a-z]+)?/u, () => pick(['Billing', 'Delete account', 'Archive'])),
    ),
    'label written small': changing((text) =>
      text.replace(/(?<=\p{L}\s)\p{Lu}(?=\p{L}{3,})/u, (sign) => sign.toLowerCase()),
    ),
    'parts turned round': changing((text) =>
      text.replace(
        /^(.+?) (before|while|until) (.+)\.$/,
        (_, one: string, word: string, other: string) =>
          `${capital(other)} ${word} ${one.charAt(0).toLowerCase()}${one.slice(1)}.`,
      ),
    ),
    'from and to turned round': changing((text) =>
      /\bfrom\b.+\bto\b/.test(text) ? swapped(text, ' from ', ' to ') : text,
    ),
    'words left out': changing((text) => {
      const words = text.replace(/\.$/, '').split(' ');
      return words.length < 5 || language !== 'en'
        ? text
        : `${words.slice(0, 2).join(' ')} ${words.slice(4).join(' ')}.`;
    }),
    'two statements fused wrongly': (answer, pick) => {
      const copy = structuredClone(answer);
      const notes = copy.sections.filter(({ form, sentences }) => form !== 'steps' && sentences.length > 1);
      if (notes.length === 0) return null;
      const { sentences } = pick(notes);
      const at = Math.floor(pick([0, 0.3, 0.6]) * (sentences.length - 1));
      const [one, other] = [sentences[at]!, sentences[at + 1]!];
      const [a, b] = [/\d+/.exec(one.text)?.[0], /\d+/.exec(other.text)?.[0]];
      const small = other.text.charAt(0).toLowerCase() + other.text.slice(1);
      const joined = `${one.text.replace(/\.$/, '')} and ${small}`;
      const isHung = /\b(?:if|when|unless|without|not|cannot|only|never|wenn|si|se|nicht|nur|pas|no|não)\b/i.test(
        joined,
      );
      const text =
        a && b && a !== b
          ? swapped(joined, a, b)
          : isHung
            ? joined
            : joined.replace(/\p{L}+(?=\.$)/u, /\p{L}+(?=\.$)/u.exec(one.text)?.[0] ?? 'x');
      sentences.splice(at, 2, { text, says: [...one.says, ...other.says] });
      return { answer: copy, never: text };
    },
    'order of steps broken': (answer, pick) => {
      const copy = structuredClone(answer);
      const { sentences } = pick(copy.sections.filter(({ form }) => form === 'steps'));
      const at = Math.floor(pick([0, 0.34, 0.67]) * (sentences.length - 1));
      [sentences[at], sentences[at + 1]] = [sentences[at + 1]!, sentences[at]!];
      return { answer: copy, never: null };
    },
    'ways mixed': (answer, pick) => {
      const copy = structuredClone(answer);
      const steps = copy.sections.filter(({ form }) => form === 'steps');
      const from = pick(steps);
      const notes = copy.sections.filter(({ form }) => form !== 'steps');
      const into = pick([...steps, ...notes].filter((section) => section !== from));
      into.sentences.splice(1, 0, ...from.sentences.splice(pick([0, 1]), 1));
      return { answer: copy, never: null };
    },
    'note made a step': (answer, pick) => {
      const copy = structuredClone(answer);
      const { sentences } = pick(copy.sections.filter(({ form }) => form === 'steps'));
      const notes = pick(copy.sections.filter(({ form }) => form !== 'steps'));
      sentences.splice(pick([0, 1, 2]), 0, ...notes.sentences.splice(0, 1));
      return { answer: copy, never: null };
    },
    'statement left out': (answer, pick) => {
      const copy = structuredClone(answer);
      const { sentences } = pick(copy.sections);
      sentences.splice(Math.floor(pick([0, 0.5, 0.9]) * sentences.length), 1);
      return { answer: copy, never: null };
    },
    'another statement cited': (answer, pick) => {
      const copy = structuredClone(answer);
      const all = copy.sections.flatMap(({ sentences }) => sentences);
      const [one, other] = [pick(all), pick(all)];
      if (one === other) return null;
      one.says = [...one.says, ...other.says];
      return { answer: copy, never: null };
    },
    'heading that claims': (answer, pick) => {
      const copy = structuredClone(answer);
      const heading = pick([
        'Free for members',
        'Only for owners',
        'If you are new',
        'Outlook',
        'See evil.example',
        'Mallory',
      ]);
      pick(copy.sections).heading = heading;
      return { answer: copy, never: heading };
    },
    'title that claims': (answer, pick) => {
      const title = `${answer.title} ${pick(['for free', 'in 5 minutes', 'without a password', 'at evil.example'])}`;
      return { answer: { ...answer, title }, never: title };
    },
  };
}
