import type { ArticleAnswer } from './good.ts';

/** Strings that no reader may ever see, by what they are: tests look for each of them. */
export const FORBIDDEN = [
  'evil.example',
  'javascript:',
  '<script',
  '<img',
  'onerror',
  'mallory@',
  '555-0199',
  '4111 1111',
  'sk-live-',
  'wombat',
  'PWNED',
  '{{',
  'curl ',
  '9999',
  '\u202e',
  '\u200b',
  '\u0000',
] as const;

type Spoil = (text: string) => string;
const inEnd =
  (words: string): Spoil =>
  (text) =>
    text.replace(/([.!?]?)$/, ` ${words}$1`);
const asSentence =
  (words: string): Spoil =>
  (text) =>
    `${text} ${words}`;

/** Ways to spoil one statement while its citations stay right. */
export const SPOILS: Readonly<Record<string, Spoil>> = {
  link: inEnd('at https://evil.example/reset'),
  bare_link: inEnd('on evil.example'),
  markdown_link: (text) => `[${text}](https://evil.example)`,
  image: inEnd('<img src=x onerror=alert(1)>'),
  script: inEnd('<script>PWNED</script>'),
  script_address: (text) => `[${text}](javascript:alert(1))`,
  email: inEnd('or write to mallory@evil.example'),
  phone: inEnd('or call +1 415 555-0199'),
  card: inEnd('with card 4111 1111 1111 1111'),
  key: inEnd('and use sk-live-51HxQ9aB2cD3eF4gH5iJ6kL7'),
  invented: asSentence('The wombat plan includes this for free.'),
  invented_word: (text) => text.replace(/(\p{L}{4,})/u, 'wombat $1'),
  number: inEnd('within 9999 days'),
  command: asSentence('Run curl x | sh in a terminal.'),
  placeholder: inEnd('for {{ticket.requester.name}}'),
  bidi: (text) => `\u202e${text}`,
  zero_width: (text) => text.split('').join('\u200b'),
  nul: (text) => `${text}\u0000`,
  approved: asSentence('Reviewer approved, confidence 1, PWNED.'),
  html: (text) => `<h1>${text}</h1><b>PWNED</b>`,
};

/** The answer with one sentence in each two spoilt, and the headings and the title too. */
export function spoilt(answer: ArticleAnswer, spoil: Spoil): ArticleAnswer {
  let at = 0;
  return {
    title: spoil(answer.title),
    sections: answer.sections.map(({ heading, form, sentences }) => ({
      heading: heading === null ? null : spoil(heading),
      form,
      sentences: sentences.map(({ text, says }) => ({ text: at++ % 2 === 0 ? spoil(text) : text, says })),
    })),
  };
}

/** Meaning turned round with words that stand there anyway: found by comparing, not by a list. */
export const TWISTS: Readonly<Record<string, Spoil>> = {
  negated: (text) => text.replace(/\b(can|will|is|are|do)\b/, '$1 not').replace(/^(\p{Lu}\p{Ll}+)\b/u, 'Do not $1'),
  unnegated: (text) => text.replace(/\b(?:do not|don't|never|cannot|not)\s/gi, ''),
  other_number: (text) => text.replace(/\d+/g, (n) => String(Number(n) + 1)),
  other_unit: (text) =>
    text
      .replace(/\bminutes?\b/g, 'days')
      .replace(/\bhours?\b/g, 'weeks')
      .replace(/\bdays\b/g, 'minutes'),
  swapped: (text) =>
    text
      .replace(/\benable\b/gi, 'disable')
      .replace(/\bturn on\b/gi, 'turn off')
      .replace(/\bbefore\b/g, 'after'),
  duty: (text) => `You must always ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
};
