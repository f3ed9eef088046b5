import { describe, expect, it } from 'vitest';
import { kindOf } from '../../../worker/core/conversation/kind.ts';
import { solvedOf } from '../../../worker/loop/observe/diagnose.ts';
import { said } from '../said.ts';

const kind = (text: string, subject = '') => kindOf(subject, said([`c: ${text}`]).turns, 1);

describe('what nobody needs help with is chaff', () => {
  it.each([
    'We offer SEO services and can increase traffic of your website. Are you interested in a quick call?',
    'Wir bieten SEO-Optimierung für Ihre Webseite. Haben Sie Interesse an einem kurzen Gespräch?',
    'Nous proposons un audit SEO de votre site internet. Seriez-vous intéressé par un bref échange ?',
    'Ofrecemos servicios de SEO para su empresa. ¿Le interesaría una breve llamada?',
    'Oferecemos consultoria de SEO para sua empresa. Teria interesse em uma breve conversa?',
    '弊社では集客支援のサービスを提供しております。御社にご興味がございましたらご返信ください。',
    'Hiermit bewerbe ich mich als Entwickler, anbei mein Lebenslauf.',
    'Je postule au poste de vendeur, ci-joint mon CV.',
    'Adjunto mi currículum para la vacante disponible.',
    'Segue o currículo para a vaga de analista.',
    'Dies wollte ich nur mal sagen: tolle Arbeit, weiter so!',
    'Just wanted to say: great product, keep it up!',
    'Bravo pour le travail, continuez comme ça, merci !',
    'prueba',
    'Das ist nur ein Test',
    'テストです',
    'asdf asdf',
    'aaaa',
    'blabla',
  ])('%s', (text) => {
    expect(kind(text)).toBe('chaff');
  });
});

describe('and a request is none', () => {
  it.each([
    'How do I offer a discount to my customers?',
    'Wie kann ich eine Kooperation mit einem Partner im Programm anlegen?',
    'Wir bieten unseren Kunden Rechnungen an. Der Export funktioniert nicht.',
    'Comment proposer une offre spéciale dans votre site ?',
    '¿Cómo puedo ver las ventas de mi empresa?',
    'Não consigo entrar na minha conta, podem ajudar?',
    '請求書のダウンロード方法を教えてください。',
    'Bewerbungen werden im Formular nicht angezeigt.',
    'test mode does not charge the card',
    'Die Testmail kommt nicht an.',
    'Great product, but where do I find my invoice?',
  ])('%s', (text) => {
    expect(kind(text)).not.toBe('chaff');
  });
});

it('what agents answer to chaff and to programs teaches nothing', () => {
  const lines = ['c: We offer SEO services.', 'a: Thank you, exports are under Reports, choose Export.'];
  for (const one of ['chaff', 'machine'] as const)
    expect(solvedOf(said(lines, { kind: one }))).toMatchObject({ customerTurns: [], agentTurns: [] });
  expect(solvedOf(said(lines, { kind: 'unsure' })).agentTurns).toHaveLength(1);
});
