import type { Writing } from '../writing.ts';
import { GERMAN_LOGIC } from './logic.ts';

const list = (words: string): Set<string> => new Set(words.trim().split(/\s+/));

/** German: what the writer needs to know of it. By hand, from grammar. */
export const GERMAN: Writing = {
  salutation:
    /^(?:hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?)(?: (?:frau|herr|zusammen|team))?(?: (?:\p{Lu}[\p{L}.-]*|…)){0,3}\s*[,!.:–-]+\s*|^(?:hallo|hi|hey|moin)\s*[,!.]*\s*$/iu,
  signOff:
    /^(?:(?:mit )?(?:freundlichen?|vielen?|liebe|beste|schöne|herzliche)\s+gr(?:ü|ue)(?:ß|ss)en?|gr(?:uß|üße)|mfg|lg|vg|viele grüße|vielen dank|danke(?: schön)?|schönen (?:tag|abend).{0,20})\s*[,.!]*$/iu,
  doing: list(`
    öffnen öffne öffnet gehen gehe geht klicken klicke tippen tippe drücken drücke wählen wähle aktivieren aktiviere deaktivieren deaktiviere
    schalten schalte stellen stelle ändern ändere bearbeiten bearbeite geben gib eingeben füllen fülle fügen füge entfernen entferne löschen
    lösche erstellen erstelle legen lege kopieren kopiere speichern speichere bestätigen bestätige senden sende schicken schicke melden melde
    laden lade exportieren exportiere importieren importiere installieren installiere aktualisieren aktualisiere starten starte scrollen
    scrolle ziehen ziehe halten halte rufen rufe navigieren navigiere wechseln wechsle folgen folge verwenden verwende nutzen nutze versuchen
    versuche leeren leere setzen setze fordern fordere bitten bitte kontaktieren kontaktiere suchen suche prüfen prüfe überprüfen überprüfe
    kündigen kündige warten warte erlauben erlaube stecken stecke markieren markiere teilen teile verbinden verbinde trennen trenne schließen
    schließe lesen lies achten achte tragen trage hinterlegen hinterlege buchen buche
  `),
  telling:
    /^(?!(?:haben|hatten|hätten|sind|wären|können|könnten|sollten|möchten|wollen|müssen|dürfen|werden|würden|wissen) )\p{L}{2,}(?:en|ern|eln) Sie(?!\p{L})/iu,
  pressing: list(
    'klicken klicke tippen tippe drücken drücke wählen wähle auf öffnen öffne namens unter die der das den',
  ),
  beginning: list(
    'der die das ein eine wenn falls um für im in auf nach vor bei mit ohne es er wir ihr dann danach anschließend dort hier dazu dabei außerdem bitte sobald solange nur alle jede jeder man',
  ),
  linking: list(
    'der die das den dem ein eine einen einem zu in im an am auf bei für mit und oder wenn ihr ihre ihren als nicht ist sind von vom zum zur',
  ),
  joining:
    /^(?:(?:dann|danach|anschließend|schließlich|außerdem|auch|und|also|aber|zusätzlich|zudem|ferner)(?:[,.:!;–-]+\s*)|(?:und|also|aber|außerdem)\s+(?=\p{L})|(?:ja|nein|genau|richtig|klar|natürlich|gerne?|super|perfekt|prima|okay|ok|gut|sicher)(?:[,.:!;–]+|\s-)\s*)/iu,
  kindness: [
    /^(?:bitte|einfach)\s+(?=\p{L})/iu,
    /^(?:(?:es )?tut (?:mir|uns) leid|leider|keine sorge|kein problem|zur info|hinweis|wichtig)(?:[,:;.!]|,? dass| aber)+\s+(?=\p{L})/iu,
    /(?:,\s*(?:bitte|danke|leider|übrigens)|(?<!\s)\s+bitte)(?=[.!]*$)/iu,
  ],
  placing: list('in im unter auf über bei'),
  dangling:
    /^(?:es|er|sie (?:ist|sind|hat|haben|wird|werden)|dies|diese[rsmn]?|das (?:ist|geht|sind|wird|kann)|dann|danach|dort|dazu|dafür|damit|darin|davon|sonst|ansonsten|in (?:diesem|dem) fall|falls (?:nicht|ja|doch)|wenn (?:nicht|ja|doch)|beide|oder|hier|ist|sind|war|waren|hat|wird)\b/iu,
  pointing: /\b(?:dort|darin|damit|dafür|davon|dazu|oben|unten|wie (?:erwähnt|gesagt))\b/iu,
  pronoun: /\b(?:es|ihn|ihm)\b/iu,
  personal:
    /\b(?:ich|mir|mich|mein(?:e[rsmn]?)?)\b|\b(?:ihre (?:nachricht|geduld|rückmeldung)|wir haben (?:\p{L}+ ){0,6}(?:ge|ver|be|er|weiter)\p{L}+t|melden sie sich|melde dich|vielen dank|danke|freut (?:mich|uns)|entschuldig\p{L}+|schönen (?:tag|abend)|weiterhelfen|gerne helfen|viel erfolg)\b/iu,
  scrap: /[=<>]|->|→|\s-\s|\busw\b/u,
  stating: /^(?:ist|sind|war|hat|haben|wird|werden|kann|können|muss|müssen|geht|läuft|noch|auch|immer|nie|nur)\b/iu,
  team: /\b(?:uns|wir)\b/iu,
  hedging:
    /\b(?:wahrscheinlich|vielleicht|vermutlich|glaube|denke|eventuell|möglicherweise|scheint|sollte eigentlich|normalerweise)\b/iu,
  correcting:
    /^(?:(?:oh|sorry|entschuldigung|moment)[,.!]? )*(?:(?:da|hier) (?:habe|hatte) ich mich (?:geirrt|vertan)|ich (?:habe|hatte) mich (?:geirrt|vertan)|(?:ich muss mich )?korrigieren|korrektur\b|mein fehler|das war (?:falsch|nicht richtig))/iu,
  condition: /\b(?:wenn|falls|sobald|solange|bis|bevor|nachdem|während|für|mit|ohne|außer|nur|bei)\b/iu,
  verb: /\b(?:ist|sind|war|hat|haben|wird|werden|kann|können|muss|müssen|darf|dürfen|soll|sollen|gibt|geht|gilt|gelten|\p{L}{3,}(?:t|en))\b/iu,
  haste: [
    [/\bu\.?\s(?=\p{Ll})/giu, 'und '],
    [/\bggf\b\.?/giu, 'gegebenenfalls'],
    [/!+$/gu, '.'],
  ],
  nextStep: /,\s?(?:und\s)?(?:dann\s)?|\sund\s(?:dann\s)?|\s?;\s?(?:dann\s)?|,?\sdann\s/giu,
  forTheTeam: [
    [/\bich habe\b/giu, 'wir haben'],
    [/\bich kann\b/giu, 'wir können'],
  ],
  toCustomer: [[/\b(?:mein|unser)(?:e|en|em|er|es)?\s/giu, '']],
  thingAsked(question) {
    const said = question.replace(/\s+/g, ' ').trim();
    const thing =
      /^(?:.{0,20}\b)?(?:wie (?:lautet|ist)|nennen sie (?:mir|uns)|könn(?:en|ten) sie (?:mir|uns)|teilen sie (?:mir|uns)|brauchen wir|benötigen wir)(?: bitte| noch)* ((?:ihre?n?|die|den) .{2,50}?)(?: bitte)?(?: (?:nennen|mitteilen|geben|schicken|senden|mit))?\s*[?.]$/iu.exec(
        said,
      )?.[1];
    return thing ?? null;
  },
  goTo: (path) => `Gehen Sie zu ${path}.`,
  wanting: [
    /\bwie (?:kann|könnte|muss|soll) (?:ich|man|wir)\s+(.+)/iu,
    /\b(?:ich|wir) (?:möchten?|will|wollen|würden? gerne?|müssen?|muss)\s+(?:gerne? |bitte )?(.+)/iu,
  ],
  loose: list(`
    der die das den dem des ein eine einen einem einer eines mein meine meinen meinem unser unsere ihr ihre ich du sie er es wir man mir mich
    uns zu in im an am auf aus bei für mit ohne über von vom zum zur als und oder aber wenn weil dass ist sind war hat haben habe wird werden
    kann können muss müssen nicht kein keine was wer wie wo wann warum hier dort jetzt nur auch noch sehr bitte hallo danke schon mehr
  `),
  determining: list(
    'der die das den dem des ein eine einen einem einer mein meine meinen meinem ihr ihre ich wir sie er es man mir mich kein keine',
  ),
  going: list('öffnen öffne gehen gehe navigieren navigiere wechseln wechsle rufen rufe melden melde'),
  howTo: (task) => task,
  lead: (name) => `Hier finden Sie alles zum Thema „${name}“.`,
  ofItself: [/^hier finden sie alles zum thema „(.+)“$/iu, /^halten sie bereit: (.+)$/iu],
  ready: (things) => `Halten Sie bereit: ${things.join(', ')}.`,
  headings: { ready: 'Bevor Sie beginnen', notes: 'Gut zu wissen' },
  logic: GERMAN_LOGIC,
};
