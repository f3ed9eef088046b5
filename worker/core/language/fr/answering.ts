import type { AnsweringWords } from '../habits.ts';

export const answering: AnsweringWords = {
  opening:
    'Je suis une machine et ceci est une réponse automatique de notre centre d’aide. Si elle ne vous aide pas, répondez à ce message : une personne prendra le relais.',
  solved: 'C’est résolu',
  person: 'J’ai besoin d’une personne',
  handedOver:
    'Une machine a répondu ici avec « {title} » ({url}) et le client a besoin d’une personne. Rien d’autre n’a été essayé.',
  wouldSay: 'Une machine répondrait ici avec « {title} » ({url}) :',
};
