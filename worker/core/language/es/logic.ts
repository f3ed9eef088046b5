import { byMeaning, type Logic, wordList } from '../logic.ts';

/** Spanish: the words of a sentence's logic. By hand, from grammar. */
export const SPANISH_LOGIC: Logic = {
  same: [
    [/(?<!\p{L})(?:como máximo|no más de|un máximo de|hasta)(?=\s+(?:un[oa]?\s)?\d)/giu, 'máximo'],
    [/(?<!\p{L})(?:como mínimo|al menos|no menos de|un mínimo de)(?!\p{L})/giu, 'mínimo'],
    [/(?<!\p{L})antes de(?: que)?(?!\p{L})/giu, 'antes'],
    [/(?<!\p{L})después de(?: que)?(?!\p{L})/giu, 'después'],
    [/(?<!\p{L})hasta que(?!\p{L})/giu, 'hastaque'],
    [/(?<!\p{L})a menos que(?!\p{L})|(?<!\p{L})salvo que(?!\p{L})/giu, 'salvoque'],
  ],
  turning: byMeaning(
    'no: nunca jamás ningún ninguna ninguno nada nadie ni tampoco; sin; excepto: salvo; solo: sólo solamente únicamente; vez; o: u; ' +
      'algunos: algunas; mayoría; más; menos; demasiado; otra: nuevo nuevamente; veces; unos: unas aproximadamente; máximo; mínimo; que',
  ),
  hanging: byMeaning('si; salvoque; cuando; antes; después: tras; hastaque; mientras; porque: pues; aunque'),
  joining: wordList('y e pero luego entonces'),
  binding: wordList('cada de del a al en por para con sobre bajo desde hacia entre hasta según contra'),
  places: wordList('a al en sobre bajo'),
  neverNew: [
    wordList('yo me mi mis nosotros nos nuestro nuestra nuestros nuestras'),
    wordList('él ella ellos ellas'),
    wordList('debe deben debes tiene tienen hay obligatorio necesario requerido'),
    wordList('todos todas todo toda cada siempre ambos cualquier'),
    wordList('puede pueden puedes podrá podrán'),
  ],
  team: wordList('yo nosotros nos'),
  optional: wordList('opcional opcionalmente'),
  choice: wordList('opcional opcionalmente puede puedes si'),
  completed: new Set<string>(),
  completing: new Set<string>(),
  alike: [
    wordList('abra abre abrir vaya ve ir acceda accede navegue'),
    wordList('haga clic haz pulse pulsa presione presiona seleccione selecciona elija elige toque toca'),
    wordList('introduzca introduce escriba escribe ingrese ingresa'),
  ],
  free: wordList('página pantalla ventana menú botón opción sección campo pestaña icono siguiente simplemente'),
  courtesy: wordList('favor gracias simplemente también ahora'),
};
