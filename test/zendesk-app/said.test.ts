import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWords, LOCALES, type Table, type Text } from '../../zendesk-app/frame/words.ts';
import { saidIn, saidTable } from '../../zendesk-app/said/said.ts';

const WORKER = join(import.meta.dirname, '../../worker');
const tableOf = (locale: string): Table =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../zendesk-app/said/words/${locale}.json`), 'utf8'));
const wordsOf = (locale: (typeof LOCALES)[number]) => createWords(locale, saidTable(tableOf(locale)));
const german = wordsOf('de');
const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));

describe('what the worker wrote', () => {
  it.each([
    [
      'A new article is never published without a person.',
      'Ein neuer Artikel wird nie ohne einen Menschen veröffentlicht.',
    ],
    [
      'Only 1 agent said this; it takes 2 to rest a change on.',
      'Nur 1 Agent hat das gesagt; für eine Änderung braucht es 2.',
    ],
    [
      'The draft failed a check and must not go out as it is: new_link, promise.',
      'Der Entwurf hat eine Prüfung nicht bestanden und darf so nicht hinaus: neuer Link und Versprechen.',
    ],
    ['confidence 0.73; not passed: ungrounded', 'Sicherheit 0,73; nicht bestanden: ohne Beleg'],
    [
      '1 gap was found; 2 fixes wait for a yes or no.',
      '1 Lücke wurde gefunden; 2 Vorschläge warten auf ein Ja oder Nein.',
    ],
    ['5 fixes wait for a yes or no.', '5 Vorschläge warten auf ein Ja oder Nein.'],
    ['It rests on 1 agent and 3 organizations.', 'Es stützt sich auf 1 Agenten und 3 Organisationen.'],
    ['read back and equal to what was approved by mend', 'nachgelesen und gleich dem, was Mend genehmigt hat'],
    [
      'Agents disagree, and a person has to settle it: Agents disagree: “30 days” (2 organizations, 1 agent) or “14 days” (3 organizations, 2 agents). Which is right?',
      'Agenten sind uneins, und jemand muss es klären: Agenten sind uneins: “30 days” (2 Organisationen, 1 Agenten) or “14 days” (3 Organisationen, 2 Agenten). Was stimmt?',
    ],
    [
      'Nothing is known yet of how fixes for articles without a category turned out.',
      'Noch ist nicht bekannt, wie Vorschläge ausgingen für: Artikel ohne Abschnitt.',
    ],
  ])('is said in the reader’s language: %s', (english, said) => {
    expect(saidIn(german, english)).toBe(said);
  });

  it.each(['', '.', 'another article says it', 'It is wrong.', 'yes; no', 'Error: 502'])(
    'leaves a person’s own words and technical details alone (%s)',
    (text) => {
      expect(saidIn(german, text)).toBeNull();
    },
  );

  it('stands as it was written in English', () => {
    expect(saidIn(createWords('en', {}), 'anything at all')).toBe('anything at all');
  });

  it.each(LOCALES.filter((locale) => locale !== 'en'))('is recognized by every sentence that %s has', (locale) => {
    const words = wordsOf(locale);
    const lost = Object.values(tableOf('en'))
      .flatMap(formsOf)
      .map((form) => form.replace(/\{\w+\}/g, '7'))
      .filter((sentence) => saidIn(words, sentence) === null);
    expect(lost).toEqual([]);
  });
});

/** A sentence in the source: a text of several words that stands for itself, its values left out. */
const WRITTEN = /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;
/** Written in pieces, which are met as a whole in the tests of the loop: the digest, the lists, the two ends of a sentence. */
const PIECES =
  /automatic publishing for 7\.$|^7 was taken back by 7$|^7 solved conversations are read7$|^Confidence 7, 7,|answered better and none worse$|^7 stopped publishing 7|^7 lets publishing go on 7|taken back 7\.$|^because customers|^it is 7: there|^Read (?:users|and write)/;
/** The files whose sentences stand before people. */
const SEEN = [
  ...[
    'core/publishing/decide.ts',
    'core/publishing/decide-rules.ts',
    'core/html/content-blocks.ts',
    'core/fix/escalation.ts',
    'core/notice/notice.ts',
  ],
  ...[
    'loop/review/warnings.ts',
    'loop/account/checklist.ts',
    'loop/propose/calibrate.ts',
    'loop/propose/rehearse.ts',
    'loop/propose/score.ts',
  ],
  ...[
    'loop/publish/reserve.ts',
    'loop/publish/blocked.ts',
    'loop/review/take-back.ts',
    'loop/publish/hand-over.ts',
    'loop/watch/watch.ts',
    'loop/switches/trip-category.ts',
  ],
  ...[
    'loop/review/answer.ts',
    'loop/publish/restore.ts',
    'loop/publish/verify.ts',
    'loop/propose/draft.ts',
    'loop/watch/guard-published.ts',
    'loop/observe/erase.ts',
  ],
  ...[
    'zendesk/connection/proofs.ts',
    'intercom/connection/proofs.ts',
    'routes/app/console/gaps.ts',
    'routes/app/console/running.ts',
  ],
];
const values = (text: string) =>
  text
    .replace(/\$\{left\}/, '')
    .replace(/\$\{(?:title|quoted\([^}]*)\}/g, '“7”')
    .replace(/\$\{plural\(.*?, '([a-z ]+)'\)\}/g, '7 $1s')
    .replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '7');

describe('the sentences in the worker’s source', () => {
  it.each(SEEN)('of %s are known to every language', (file) => {
    const lines = readFileSync(join(WORKER, file), 'utf8').split('\n');
    const source = lines.filter((line) => !/^\s*(?:import|export .* from|\*|\/\*|\/\/)|what: '|title: /.test(line));
    const found = [...source.join('\n').matchAll(WRITTEN)].map((m) => values(m[1] ?? m[2] ?? ''));
    const sentences = found.filter((text) => text.split(' ').length > 3 && !/[/=<>:]\w|\$|Error/.test(text));
    expect(sentences.filter((text) => saidIn(german, text) === null && !PIECES.test(text))).toEqual([]);
  });

  it('stand in files that are there', () => {
    for (const file of SEEN) expect(readdirSync(join(WORKER, file, '..'))).toContain(file.split('/').at(-1));
  });
});
