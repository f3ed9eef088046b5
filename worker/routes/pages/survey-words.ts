import type { NoticeLanguage } from './notice-words.ts';

type Sentences = readonly [title: string, text: string];

/** What the survey says: the statement of CES 2.0 without a company's name, since the mail around the link has it. */
interface SurveyWords {
  question: string;
  low: string;
  high: string;
  send: string;
  thanks: Sentences;
  answered: Sentences;
  closed: Sentences;
}

export const SURVEY_WORDS: Readonly<Record<NoticeLanguage, SurveyWords>> = {
  en: {
    question: 'It was made easy for me to have my matter handled.',
    low: 'not at all',
    high: 'fully',
    send: 'Send',
    thanks: ['Thank you', 'Your answer was taken. You can close this page.'],
    answered: ['This was answered', 'Each link takes one answer, and this one has it. You can close this page.'],
    closed: ['This link has run out', 'The question can no longer be answered. You can close this page.'],
  },
  de: {
    question: 'Mein Anliegen zu klären wurde mir leicht gemacht.',
    low: 'gar nicht',
    high: 'voll und ganz',
    send: 'Senden',
    thanks: ['Vielen Dank', 'Ihre Antwort ist angekommen. Sie können diese Seite schließen.'],
    answered: [
      'Schon beantwortet',
      'Jeder Link nimmt eine Antwort, und diese ist da. Sie können diese Seite schließen.',
    ],
    closed: [
      'Dieser Link ist abgelaufen',
      'Die Frage lässt sich nicht mehr beantworten. Sie können diese Seite schließen.',
    ],
  },
  es: {
    question: 'Me facilitaron resolver mi asunto.',
    low: 'nada',
    high: 'del todo',
    send: 'Enviar',
    thanks: ['Gracias', 'Hemos recibido su respuesta. Puede cerrar esta página.'],
    answered: ['Ya se respondió', 'Cada enlace admite una respuesta y esta ya está. Puede cerrar esta página.'],
    closed: ['Este enlace ha caducado', 'Ya no se puede responder a la pregunta. Puede cerrar esta página.'],
  },
  fr: {
    question: 'On m’a facilité le règlement de ma demande.',
    low: 'pas du tout',
    high: 'tout à fait',
    send: 'Envoyer',
    thanks: ['Merci', 'Votre réponse a été reçue. Vous pouvez fermer cette page.'],
    answered: ['Déjà répondu', 'Chaque lien prend une réponse, et celle-ci y est. Vous pouvez fermer cette page.'],
    closed: ['Ce lien a expiré', 'Il n’est plus possible de répondre. Vous pouvez fermer cette page.'],
  },
  ja: {
    question: '用件を簡単に済ませることができた。',
    low: 'まったく',
    high: '完全に',
    send: '送信',
    thanks: ['ありがとうございました', 'ご回答を受け取りました。このページは閉じてかまいません。'],
    answered: ['回答済みです', '1つのリンクで回答できるのは1回です。このページは閉じてかまいません。'],
    closed: ['リンクの期限が切れました', 'この質問にはもう回答できません。このページは閉じてかまいません。'],
  },
  'pt-BR': {
    question: 'Foi fácil resolver o meu assunto.',
    low: 'nada',
    high: 'totalmente',
    send: 'Enviar',
    thanks: ['Obrigado', 'Sua resposta foi recebida. Você pode fechar esta página.'],
    answered: ['Já respondido', 'Cada link recebe uma resposta, e esta já está aqui. Você pode fechar esta página.'],
    closed: ['Este link expirou', 'Não é mais possível responder. Você pode fechar esta página.'],
  },
};
