import { byMeaning, type Logic, wordList } from '../logic.ts';

/** German: the words of a sentence's logic. By hand, from grammar. */
export const GERMAN_LOGIC: Logic = {
  same: [
    [/(?<!\p{L})(?:bis zu|höchstens|maximal|nicht mehr als)(?!\p{L})/giu, 'höchstens'],
    [/(?<!\p{L})(?:mindestens|wenigstens|nicht weniger als)(?!\p{L})/giu, 'mindestens'],
  ],
  turning: byMeaning(
    'nicht: nie niemals kein keine keinen keinem keiner keines nichts niemand weder noch; ohne; außer: ausgenommen; nur: ausschließlich lediglich; ' +
      'aus; statt: stattdessen anstatt anstelle; oder: entweder; einige: manche; meist: meistens; mehr; weniger; wieder: erneut; manchmal; ' +
      'etwa: ungefähr circa rund; als; zu; höchstens; mindestens; ab; optional: wahlweise',
  ),
  hanging: byMeaning(
    'wenn: falls sofern; sobald; solange; bevor: ehe; nachdem; bis; während; weil: da; obwohl; ob; dass; damit',
  ),
  joining: wordList('und aber dann danach anschließend sondern'),
  binding: wordList(
    'alle jede jeden jeder von vom aus bei beim für in im ins auf an am ans über unter mit nach vor zum zur durch per pro innerhalb zwischen gegen um seit hinter neben',
  ),
  places: wordList('in im ins auf an am ans bei beim unter zum zur'),
  neverNew: [
    wordList('ich mir mich mein meine meinen wir uns unser unsere unseren'),
    wordList('er ihm ihn man'),
    wordList('muss müssen musst nötig erforderlich soll sollen sollte sollten darf dürfen'),
    wordList('alle allen alles jede jeder jedes jeden immer stets beide'),
    wordList('wird werden würde würden'),
    wordList('kann können könnte könnten'),
  ],
  team: wordList('ich wir uns mir mich'),
  optional: wordList('optional wahlweise darf dürfen'),
  choice: wordList('optional wahlweise darf dürfen kann können wenn möchten'),
  completed: wordList('schalten schalte stellen stelle melden melde loggen logge'),
  completing: wordList('an aus ein ab auf zu um'),
  alike: [
    wordList('öffnen öffne gehen gehe navigieren navigiere rufen rufe'),
    wordList('klicken klicke tippen tippe drücken drücke wählen wähle'),
    wordList('geben gib eingeben'),
  ],
  free: wordList(
    'seite bildschirm fenster menü schaltfläche knopf button feld bereich option reiter tab symbol folgende folgenden einfach',
  ),
  courtesy: wordList('bitte danke einfach gerne leider also auch jetzt mal zunächst'),
};
