import type { AnsweringWords } from '../habits.ts';

export const answering: AnsweringWords = {
  opening:
    'Ich bin eine Maschine, und dies ist eine automatische Antwort aus unserem Hilfe-Center. Wenn sie nicht hilft, antworten Sie auf diese Nachricht: Dann übernimmt ein Mensch.',
  solved: 'Das hat geholfen',
  person: 'Ich brauche einen Menschen',
  handedOver:
    'Hier hat eine Maschine aus „{title}“ ({url}) geantwortet, und der Kunde braucht einen Menschen. Sonst wurde nichts versucht.',
  wouldSay: 'Eine Maschine würde hier aus „{title}“ ({url}) antworten:',
};
