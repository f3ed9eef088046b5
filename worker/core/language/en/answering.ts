import type { AnsweringWords } from '../habits.ts';

export const answering: AnsweringWords = {
  opening:
    'I am a machine, and this is an automatic answer from our help center. If it does not help, reply to this message: a person takes over.',
  solved: 'That solved it',
  person: 'I need a person',
  handedOver:
    'A machine answered here from “{title}” ({url}), and the customer needs a person. Nothing else was tried.',
  wouldSay: 'A machine would answer here from “{title}” ({url}):',
};
