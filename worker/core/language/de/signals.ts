import type { SignalWords } from '../signal-words.ts';

/** German of people whom help failed. Written by hand from grammar; tried on made-up sentences, on no account's. */
export const signals: SignalWords = {
  negation: /(?<!\p{L})(?:nicht|kein|keine|keinen|keiner|keineswegs|nie|niemals|ohne|kaum|weder|nichts)$/u,
  asksForPerson:
    /(?<!\p{L})(?:(?:mit|an) (?:einem|einer|einen|ihrem|ihren|dem|der|den)?\s?(?:\p{L}+ )?(?:menschen|mitarbeiter|mitarbeiterin|vorgesetzten|vorgesetzter|chef|teamleiter|teamleiterin|echten person|richtigen person) (?:sprechen|reden|verbinden|weiterleiten|wenden)|verbinden sie mich(?: bitte)? mit|(?:will|möchte) (?:ich )?(?:bitte |endlich |einen |einer |mit )*(?:einem|einen|einer)? ?(?:echten|richtigen) (?:menschen|person|mitarbeiter)|(?:eskalieren sie|bitte eskalieren|leiten sie (?:das|dies|es|meinen fall|mein anliegen|meine anfrage) (?:bitte )?weiter))(?!\p{L})/gu,
  passesOn:
    /(?<!\p{L})(?:(?:habe|haben|werde|werden|wird|wurde) (?:ich |wir )?(?:ihren fall|ihre anfrage|ihr anliegen|ihr ticket|das|dies|den fall|die anfrage|es)? ?(?:nun |jetzt |bereits |gerade |intern )*(?:an (?:das|den|die|unser|unsere|unseren|meine|meinen|meinem) [^.!?]{2,40} )?(?:weitergeleitet|weiterleiten|weitergegeben|weitergeben|eskaliert|eskalieren|übergeben)|(?:ich|wir) (?:leite|leiten|gebe|geben|übergebe|übergeben) (?:das|dies|es|sie|ihren fall|ihre anfrage|ihr anliegen|ihr ticket|den fall)(?: \p{L}+){0,3} (?:an|weiter))(?!\p{L})/gu,
  strong:
    /(?<!\p{L})(?:unverschämt(?:heit)?|inakzeptabel|unzumutbar|unfassbar|lächerlich|frechheit|katastroph(?:e|al)|eine zumutung|frustrier(?:t|end)|stinksauer|habe (?:es )?(?:langsam |echt |wirklich )?satt|(?:mir|uns) reicht'?s?(?: es)?|die nase voll|(?:absolut|völlig|total|komplett|wirklich) (?:unbrauchbar|nutzlos|enttäuscht|enttäuschend|sinnlos)|(?:sehr|extrem|wirklich|zutiefst) (?:enttäuscht|verärgert|unzufrieden|ärgerlich|wütend)|zeitverschwendung|(?:schlechte(?:r|s|n)?|miserable(?:r|s|n)?|schreckliche(?:r|s|n)?) (?:service|support|kundendienst|erfahrung)|(?:niemand|keiner) (?:antwortet|hilft|reagiert|meldet sich)|zum (?:dritten|vierten|fünften|zehnten|\d{1,2}\.) mal|wie oft (?:denn )?noch)(?!\p{L})/gu,
  strongNegated:
    /(?<!\p{L})(?:nicht (?:akzeptabel|hinnehmbar|zufrieden)|hilft (?:mir )?(?:überhaupt |gar )?nicht(?: weiter)?|nicht (?:das|die|meine), (?:was ich gefragt|die ich gestellt)|beantwortet meine frage nicht|überhaupt nicht hilfreich)(?!\p{L})/gu,
  weak: /(?<!\p{L})(?:ärgerlich|enttäuschend|enttäuscht|verärgert|nervig|nervt|genervt|schon wieder|wie (?:ich )?(?:bereits|schon) (?:gesagt|geschrieben|erwähnt)|(?:seit|schon) (?:tagen|wochen|monaten)|immer noch (?:keine antwort|nichts|keine lösung)|ernsthaft|warte (?:noch immer|immer noch))(?!\p{L})/gu,
  hedges:
    /(?<!\p{L})(?:(?:ich bin|wir sind|bin) (?:mir |uns )?(?:leider |ehrlich gesagt )?(?:da |dabei |hier )?nicht (?:ganz |völlig |100 ?% |hundertprozentig )?sicher|(?:ich|wir) (?:weiß|wissen) (?:leider )?nicht(?: genau)?,? (?:ob|warum|wie|wann|was)|(?:ich|wir) (?:glaube|glauben|vermute|vermuten|nehme an|denke),? (?:dass )?(?:das|es|dies|sie|man|die|der|wir)|soweit ich weiß|soviel ich weiß|meines wissens(?: nach)?|(?:muss|müssen|werde|werden) (?:ich |wir )?(?:das |dies )?(?:erst |kurz |noch )?(?:mit|bei) (?:meinem|meiner|meinen|unserem|unserer|unseren|dem|der|einem|einer) (?:\p{L}+ ){0,2}(?:team|kollegen|kollegin|kollege|technik|abteilung|vorgesetzten|entwicklung|entwicklern|fachabteilung) (?:\p{L}+ ){0,2}(?:klären|abklären|prüfen|nachfragen|rückfragen|besprechen|sprechen)|(?:ich|wir) (?:kläre|klären|frage|fragen|prüfe|prüfen) (?:das |dies )?(?:kurz |erst |noch )?(?:mit|bei) (?:meinem|meiner|meinen|unserem|unserer|unseren|dem|der|den) (?:\p{L}+ ){0,2}(?:team|kollegen|kollegin|technik|abteilung|vorgesetzten|entwicklung|entwicklern))(?!\p{L})/u,
  isLost:
    /(?<!\p{L})(?:(?:das |dies )?(?:habe|konnte) ich (?:leider )?(?:das |dies |sie )?nicht (?:ganz |richtig )?(?:verstanden|verstehen)|(?:konnte|kann|habe) (?:ich )?(?:leider )?(?:dazu )?(?:keine|nichts) (?:passende |passenden |passendes )?(?:antwort|artikel|informationen|ergebnisse)? ?(?:dazu )?(?:finden|gefunden))(?!\p{L})/u,
  courtesy:
    /^(?:hallo|hi|guten (?:tag|morgen|abend)|moin|liebe[r]?|sehr geehrte[r]?|vielen dank|danke|entschuldig\p{L}*|(?:es )?tut (?:mir|uns) leid|gerne|natürlich|kein problem|einen moment|bitte (?:warten|haben sie))(?!\p{L})/u,
  content:
    /^(?:ok|okay|super|perfekt|prima|danke|vielen dank|ja|jep|nein[,. ]|klar|alles klar|verstanden)(?!\p{L})|(?<!\p{L})(?:danke|hat (?:geklappt|funktioniert|geholfen)|funktioniert (?:jetzt|wieder)|geht (?:jetzt|wieder)|gelöst|erledigt)(?!\p{L})/u,
  missed:
    /(?<!\p{L})(?:ich (?:meine|meinte)|meine (?:frage|anfrage) (?:ist|war)|(?:geht|klappt|funktioniert) (?:immer noch|noch immer|trotzdem|leider|weiterhin) nicht|(?:immer noch|noch immer|trotzdem|weiterhin) (?:nicht|kein|keine|keinen|derselbe|dieselbe|das gleiche|die gleiche|der gleiche)|(?:das|dies|der link|der artikel|die antwort|die lösung|die anleitung) (?:hilft|funktioniert|klappt|geht|beantwortet|erklärt|löst)(?: \p{L}+){0,3} nicht|(?:habe|haben) (?:ich |wir )?(?:das |alles |dies |es )?(?:schon|bereits) (?:versucht|probiert|gemacht|getan|gesagt|geschrieben)|(?:gleiche|gleicher|selbe|derselbe|dieselbe) (?:fehler|meldung|problem|fehlermeldung)|wie gesagt|aber wie|aber wo|aber ich (?:kann|brauche|will|möchte))(?!\p{L})/u,
  changed:
    /(?<!\p{L})(?:eigentlich|stattdessen|doch lieber|andere frage|weitere frage|noch eine frage|außerdem|übrigens|etwas anderes|und was ist mit)(?!\p{L})/u,
  question:
    /\?|^(?:und |aber |also )?(?:wie|wo|warum|wieso|wann|welche|welcher|was|kann|können|ist|sind|gibt)(?!\p{L})/u,
  general: [
    'finden',
    'sehen',
    'gehen',
    'machen',
    'zeigen',
    'wissen',
    'sagen',
    'brauchen',
    'möchte',
    'weg',
    'sache',
    'bitte',
  ],
};
