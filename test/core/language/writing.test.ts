import { describe, expect, it } from 'vitest';
import { writeArticle } from '../../../worker/core/drafts/article/article.ts';
import { stepsOf } from '../../../worker/core/drafts/article/steps.ts';
import { tidied } from '../../../worker/core/drafts/article/tidy.ts';
import { spokenOfItself, writingOf } from '../../../worker/core/language/writing-of.ts';
import { talks } from '../drafts/article/lamp.ts';

interface Case {
  greeted: string;
  bare: string;
  way: string;
  steps: number;
  dangling: string;
  mine: string;
  refusal: string;
  asked: string;
  thing: string;
  question: string;
}

/** The same in each language: what a writer of any must do. */
const CASES: Record<string, Case> = {
  en: {
    greeted: 'Hi Ada, the battery lasts a week.',
    bare: 'The battery lasts a week.',
    way: 'Open Settings, go to Sound and press Mute.',
    steps: 3,
    dangling: 'It lasts a week.',
    mine: 'I checked your battery for you.',
    refusal: 'No charger needed.',
    asked: 'Could you tell me your serial number, please?',
    thing: 'your serial number',
    question: 'How do I charge the battery?',
  },
  de: {
    greeted: 'Hallo Ada, der Akku hält eine Woche.',
    bare: 'Der Akku hält eine Woche.',
    way: 'Öffnen Sie die Einstellungen, gehen Sie zu Ton und drücken Sie Stumm.',
    steps: 3,
    dangling: 'Es dauert eine Woche.',
    mine: 'Ich habe Ihren Akku geprüft.',
    refusal: 'Kein Ladegerät nötig ist hier die Regel.',
    asked: 'Wie lautet Ihre Seriennummer?',
    thing: 'Ihre Seriennummer',
    question: 'Wie kann ich den Akku laden?',
  },
  fr: {
    greeted: 'Bonjour Ada, la batterie dure une semaine.',
    bare: 'La batterie dure une semaine.',
    way: 'Ouvrez Réglages, allez dans Son et appuyez sur Muet.',
    steps: 3,
    dangling: 'C’est une semaine.',
    mine: 'Je viens de vérifier la batterie.',
    refusal: 'Aucun chargeur ne sera fourni.',
    asked: 'Quel est votre numéro de série ?',
    thing: 'votre numéro de série',
    question: 'Comment puis-je charger la batterie ?',
  },
  es: {
    greeted: 'Hola Ada, la batería dura una semana.',
    bare: 'La batería dura una semana.',
    way: 'Abra Ajustes, vaya a Sonido y pulse Silencio.',
    steps: 3,
    dangling: 'Eso dura una semana.',
    mine: 'Me ocupo de su batería.',
    refusal: 'No hace falta un cargador.',
    asked: '¿Cuál es su número de serie?',
    thing: 'su número de serie',
    question: '¿Cómo puedo cargar la batería?',
  },
  pt: {
    greeted: 'Olá Ada, a bateria dura uma semana.',
    bare: 'A bateria dura uma semana.',
    way: 'Abra Ajustes, vá para Som e toque em Mudo.',
    steps: 3,
    dangling: 'Isso dura uma semana.',
    mine: 'Eu verifiquei a sua bateria.',
    refusal: 'Não precisa de carregador.',
    asked: 'Qual é o seu número de série?',
    thing: 'o seu número de série',
    question: 'Como posso carregar a bateria?',
  },
};

describe.each(Object.entries(CASES))('the writer in %s', (code, one) => {
  const writing = writingOf(code)!;

  it('takes the salutation away and nothing of what follows', () => {
    expect(tidied(one.greeted.replace(writing.salutation, ''), writing).text).toBe(one.bare);
    expect(tidied(one.bare, writing)).toMatchObject({ text: one.bare, why: null });
  });

  it('tells the steps of a way apart', () => {
    expect(stepsOf(one.way, writing)).toHaveLength(one.steps);
    expect(stepsOf(one.bare, writing)).toEqual([]);
  });

  it('refuses what does not stand alone, and what somebody did for one customer', () => {
    expect(tidied(one.dangling, writing).why).not.toBeNull();
    expect(tidied(one.mine, writing).why).not.toBeNull();
  });

  it('never turns a refusal round', () => {
    expect(tidied(one.refusal, writing).text).toBe(one.refusal);
  });

  it('knows a thing to have ready by the question for it', () => {
    expect(writing.thingAsked(one.asked)).toBe(one.thing);
    expect(writing.thingAsked(one.question)).toBeNull();
  });

  it('knows its own lead and list of things again', () => {
    expect(spokenOfItself(writing.lead('batteries', false))).toBe('batteries');
    expect(spokenOfItself(writing.ready(['a']))).toBe('a');
    expect(spokenOfItself(one.bare)).toBeNull();
  });

  it('writes an article of what several agents said', () => {
    const rows = Array.from({ length: 4 }, () => [one.question, one.greeted, one.way] as const);
    const article = writeArticle({ conversations: talks(code, rows), elsewhere: [], articles: [], language: code })!;
    expect(article.bodyHtml).toContain(`<p>${one.bare}</p>`);
    expect(article.bodyHtml.match(/<li>/g)).toHaveLength(one.steps);
    expect(article.title.split(' ').length).toBeGreaterThan(1);
  });
});

it('leaves the words of a label as they are, and tells the team’s own things as the team’s', () => {
  const writing = writingOf('en');
  if (!writing) throw new Error('English has a writer');
  expect(tidied('Click your initials and choose My calendar.', writing).text).toBe(
    'Click your initials and choose My calendar.',
  );
  expect(tidied('My colleagues check the lamp.', writing).text).toBe('Our colleagues check the lamp.');
  for (const label of ['Tap on my shifts and press my swaps.', 'Go to Menu > my shifts.', 'Open the tab “my shifts”.'])
    expect(tidied(label, writing).text).toBe(label);
  expect(tidied('Ask my colleagues at the desk.', writing).text).toBe('Ask our colleagues at the desk.');
});
