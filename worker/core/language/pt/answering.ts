import type { AnsweringWords } from '../habits.ts';

export const answering: AnsweringWords = {
  opening:
    'Sou uma máquina e esta é uma resposta automática da nossa central de ajuda. Se não ajudar, responda a esta mensagem e uma pessoa vai assumir.',
  solved: 'Isso resolveu',
  person: 'Preciso de uma pessoa',
  handedOver:
    'Uma máquina respondeu aqui com “{title}” ({url}) e o cliente precisa de uma pessoa. Nada mais foi tentado.',
  wouldSay: 'Uma máquina responderia aqui com “{title}” ({url}):',
};
