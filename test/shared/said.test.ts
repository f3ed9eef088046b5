import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../shared/said/english.ts';
import { asWritten, type Said, say } from '../../shared/said/said.ts';
import { readSaid, saidIn, storedSaid } from '../../shared/said/stored.ts';
import { type Wording, worded } from '../../shared/said/worded.ts';
import { de } from '../../shared/said/words/de.ts';
import { en } from '../../shared/said/words/en.ts';
import { es } from '../../shared/said/words/es.ts';
import { fr } from '../../shared/said/words/fr.ts';
import { ja } from '../../shared/said/words/ja.ts';
import { ptBR } from '../../shared/said/words/pt-BR.ts';
import { createWords, LOCALES, type Locale, type Table, type Text } from '../../shared/words.ts';

const TABLES: Record<Locale, Table> = { en, de, es, fr, ja, 'pt-BR': ptBR };
const wordingOf = (locale: Locale): Wording => createWords<string>(locale, TABLES[locale]);
const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placesOf = (form: string): string[] => (form.match(/\{\w+\}/g) ?? []).sort();

describe('a sentence', () => {
  it.each<[Said, string, string]>([
    [
      say('decide.kind', { kind: say('kind.new_article') }),
      'A new article is never published without a person.',
      'Ein neuer Artikel wird nie ohne einen Menschen veröffentlicht.',
    ],
    [
      say('decide.agents', { count: 1, needed: 2 }),
      'Only 1 agent said this; it takes 2 to rest a change on.',
      'Nur 1 Agent hat das gesagt; für eine Änderung braucht es 2.',
    ],
    [
      say('decide.failed', { gates: { all: [say('gate.new_link'), say('gate.promise')] } }),
      'The draft failed a check and must not go out as it is: new link and promise.',
      'Der Entwurf hat eine Prüfung nicht bestanden und darf so nicht hinaus: neuer Link und Versprechen.',
    ],
    [
      say('ask.agents', {
        sides: {
          either: [
            say('ask.side', {
              text: '30 days',
              organizations: say('count.organizations', { count: 2 }),
              agents: say('count.agents', { count: 1 }),
            }),
            '14 days',
          ],
        },
      }),
      'Agents disagree: “30 days” (2 organizations, 1 agent) or 14 days. Which is right?',
      'Agenten sind uneins: „30 days“ (2 Organisationen, 1 Agenten) oder 14 days. Was stimmt?',
    ],
    [
      say('day.digest', { lines: { each: [say('day.found', { count: 1 }), say('day.inReview', { count: 2 })] } }),
      '1 gap was found; 2 fixes wait for a yes or no.',
      '1 Lücke wurde gefunden; 2 Vorschläge warten auf ein Ja oder Nein.',
    ],
    [say('step.takenBack', { actor: 'Ann (360001234567)' }), 'taken back by Ann', 'zurückgenommen von Ann'],
    [say('step.takenBack', { actor: 'mend' }), 'taken back by Mend', 'zurückgenommen von Mend'],
  ])('is said in the reader’s language: %#', (said, english, german) => {
    expect([inEnglish(said), worded(wordingOf('de'), said)]).toEqual([english, german]);
  });

  it('says a time in UTC where nobody’s own clock is known', () => {
    const putOff = say('step.putOff', { why: say('wait.quiet'), date: { at: Date.UTC(2026, 0, 2, 8, 30) } });
    expect(inEnglish(putOff)).toBe('these are quiet hours: it goes out at 2026-01-02T08:30Z or later');
  });

  it('that changes in English changes in English alone', () => {
    const stored = storedSaid(say('decide.off'));
    const changed = createWords<string>('en', { ...en, 'decide.off': 'Nothing goes out by itself.' });
    expect(worded(changed, readSaid(stored))).toBe('Nothing goes out by itself.');
    expect(worded(wordingOf('de'), readSaid(stored))).toBe('Das automatische Veröffentlichen ist ausgeschaltet.');
    expect(stored).not.toContain(en['decide.off']);
  });
});

describe('what is stored of a sentence', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.record({ at: fc.integer() }));
  const said = fc.record({ code: fc.string(), values: fc.dictionary(fc.string(), value, { noNullPrototype: true }) });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(said, (one) => {
        expect(readSaid(storedSaid(one))).toEqual(one);
      }),
    );
  });

  it.each([
    '',
    'the customer says “no”',
    'Only 1 agent said this; it takes 2 to rest a change on.',
    '{"code":"decide.off","values":{}}',
    '{"code":"broken',
    '{"autoPublish":{"isEnabled":true}}',
  ])('is a person’s words as they wrote them: %s', (text) => {
    expect(readSaid(storedSaid(asWritten(text)))).toEqual(asWritten(text));
    for (const locale of LOCALES) expect(worded(wordingOf(locale), asWritten(text))).toBe(text);
  });

  it('before there were codes stands as it is, in a column and in an object', () => {
    const before = 'Automatic publishing is switched off.';
    expect([inEnglish(readSaid(before)), inEnglish(saidIn(before))]).toEqual([before, before]);
  });
});

describe.each(LOCALES)('the sentences in %s', (locale) => {
  const table = TABLES[locale];

  it('have the places that they have in English', () => {
    const wrong = Object.entries(table).filter(([code, text]) => {
      const wanted = placesOf(formsOf(TABLES.en[code] ?? '').at(-1) ?? '');
      const forms = formsOf(text).map(placesOf);
      return forms.at(-1)?.join() !== wanted.join() || forms.flat().some((place) => !wanted.includes(place));
    });
    expect([Object.keys(table).sort(), wrong]).toEqual([Object.keys(en).sort(), []]);
  });

  it('have every plural form that counts need, and say something', () => {
    const rules = new Intl.PluralRules(locale);
    const needed = new Set([0, 1, 2, 3, 5, 11, 21, 100].map((count) => rules.select(count)));
    const wrong = Object.entries(table).filter(
      ([, text]) =>
        formsOf(text).some((form) => form.trim() === '') ||
        (typeof text !== 'string' && [...needed].some((form) => !(form in text))),
    );
    expect(wrong).toEqual([]);
  });
});

it('no sentence of the worker is stored as if somebody had written it', () => {
  const worker = join(import.meta.dirname, '../../worker');
  const files = globSync('**/*.ts', { cwd: worker });
  const found = files.filter((file) => /asWritten\(\s*['"`][^'"`]/.test(readFileSync(join(worker, file), 'utf8')));
  expect([files.length > 100, found]).toEqual([true, []]);
});
