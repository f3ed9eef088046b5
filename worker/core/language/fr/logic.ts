import { byMeaning, type Logic, wordList } from '../logic.ts';

/** French: the words of a sentence's logic. By hand, from grammar. */
export const FRENCH_LOGIC: Logic = {
  same: [
    [/(?<!\p{L})(?:jusqu['’]à|au (?:plus|maximum)|pas plus de)(?!\p{L})/giu, 'auplus'],
    [/(?<!\p{L})(?:au (?:moins|minimum)|pas moins de)(?!\p{L})/giu, 'aumoins'],
    [/(?<!\p{L})avant (?:de|que|d['’])/giu, 'avant '],
    [/(?<!\p{L})après (?:que)/giu, 'après '],
    [/(?<!\p{L})dès (?:que|qu['’])/giu, 'quand '],
    [/(?<!\p{L})sauf si(?!\p{L})/giu, 'saufsi'],
    [/(?<!\p{L})n['’]/giu, ''],
    [/(?<!\p{L})ne(?!\p{L})/giu, ''],
    [/(?<!\p{L})s['’](?=ils?(?!\p{L}))/giu, 'si '],
    [/(?<!\p{L})(?:[ldjmtscq]|qu|lorsqu)['’]/giu, ''],
  ],
  turning: byMeaning(
    'pas: jamais aucun aucune rien personne ni non; sans; sauf: excepté hormis; seulement: uniquement seul seule seuls seules; plutôt; ou: soit; ' +
      'certains: certaines quelques; plupart; plus; moins; trop; encore; parfois; environ: approximativement; auplus; aumoins; que',
  ),
  hanging: byMeaning('si; saufsi; quand: lorsque; avant; après; tant; pendant; parce: car puisque'),
  joining: wordList('et mais puis ensuite donc'),
  binding: wordList(
    'toutes chaque de du des à au aux en dans par pour avec sur sous vers chez entre depuis dès contre',
  ),
  places: wordList('à au aux en dans sur sous'),
  neverNew: [
    wordList('je moi me mon ma mes nous notre nos on'),
    wordList('il elle ils elles lui leur leurs'),
    wordList('doit doivent devez dois faut obligatoire nécessaire requis'),
    wordList('tous toutes tout toute chaque toujours'),
    wordList('peut peuvent pouvez pourra pourront'),
  ],
  team: wordList('je nous on'),
  optional: wordList('facultatif facultative éventuellement'),
  choice: wordList('facultatif facultative éventuellement peut pouvez si'),
  completed: new Set<string>(),
  completing: new Set<string>(),
  alike: [
    wordList('ouvrez ouvrir allez aller accédez accéder rendez'),
    wordList('cliquez cliquer appuyez appuyer sélectionnez sélectionner choisissez choisir touchez'),
    wordList('saisissez saisir entrez entrer tapez'),
  ],
  free: wordList('page écran fenêtre menu bouton option section champ onglet icône suivant suivante simplement'),
  courtesy: wordList('veuillez merci simplement aussi donc maintenant svp plaît'),
};
