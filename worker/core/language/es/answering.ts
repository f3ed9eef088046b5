import type { AnsweringWords } from '../habits.ts';

export const answering: AnsweringWords = {
  opening:
    'Soy una máquina y esta es una respuesta automática de nuestro centro de ayuda. Si no le sirve, responda a este mensaje y le atenderá una persona.',
  solved: 'Eso lo resolvió',
  person: 'Necesito a una persona',
  handedOver:
    'Aquí respondió una máquina con “{title}” ({url}) y el cliente necesita a una persona. No se intentó nada más.',
  wouldSay: 'Una máquina respondería aquí con “{title}” ({url}):',
};
