import { byMeaning, type Logic, wordList } from '../logic.ts';

/** Portuguese: the words of a sentence's logic. By hand, from grammar. */
export const PORTUGUESE_LOGIC: Logic = {
  same: [
    [/(?<!\p{L})(?:no máximo|não mais (?:de|que)|até)(?=\s+(?:uma?\s)?\d)/giu, 'máximo'],
    [/(?<!\p{L})(?:no mínimo|pelo menos|não menos (?:de|que))(?!\p{L})/giu, 'mínimo'],
    [/(?<!\p{L})antes d[eoa](?: que)?(?!\p{L})/giu, 'antes'],
    [/(?<!\p{L})depois d[eoa](?: que)?(?!\p{L})/giu, 'depois'],
    [/(?<!\p{L})até que(?!\p{L})/giu, 'atéque'],
    [/(?<!\p{L})a menos que(?!\p{L})|(?<!\p{L})a não ser que(?!\p{L})/giu, 'menosque'],
    [/(?<!\p{L})assim que(?!\p{L})/giu, 'quando'],
  ],
  turning: byMeaning(
    'não: nunca jamais nenhum nenhuma nada ninguém nem; sem; exceto: salvo; só: somente apenas unicamente; vez; ou; alguns: algumas; maioria; ' +
      'mais; menos; demais; novamente: novo; vezes; cerca: aproximadamente; máximo; mínimo; que',
  ),
  hanging: byMeaning('se: caso; menosque; quando; antes; depois: após; atéque; enquanto; porque: pois; embora'),
  joining: wordList('e mas então'),
  binding: wordList(
    'cada de do da dos das a ao à aos às em no na nos nas por pelo pela para com sobre sob desde entre até contra',
  ),
  places: wordList('a ao à em no na nos nas sobre sob para'),
  neverNew: [
    wordList('eu me meu minha meus minhas nós nosso nossa nossos nossas'),
    wordList('ele ela eles elas'),
    wordList('deve devem precisa precisam obrigatório necessário tem'),
    wordList('todos todas todo toda cada sempre ambos qualquer'),
    wordList('pode podem poderá poderão'),
  ],
  team: wordList('eu nós'),
  optional: wordList('opcional opcionalmente'),
  choice: wordList('opcional opcionalmente pode podem se'),
  completed: new Set<string>(),
  completing: new Set<string>(),
  alike: [
    wordList('abra abrir vá ir acesse acessar navegue'),
    wordList('clique clicar toque tocar pressione pressionar selecione selecionar escolha escolher'),
    wordList('digite digitar insira inserir introduza'),
  ],
  free: wordList(
    'página tela ecrã janela menu botão opção seção secção campo aba separador ícone seguinte simplesmente',
  ),
  courtesy: wordList('favor obrigado obrigada simplesmente também agora'),
};
