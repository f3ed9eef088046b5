import type { Language } from '../habits.ts';
import { answering } from './answering.ts';
import { chaff } from './chaff.ts';
import { signals } from './signals.ts';

const list = (text: string): string[] => text.split('|');

export const de: Language = {
  code: 'de',
  courtesy: {
    greetings: list(
      'hallo|hi|guten tag|guten morgen|guten abend|schönen guten tag|liebe|lieber|liebes|sehr geehrte|sehr geehrter|moin|servus|grüß gott|grüezi',
    ),
    addressees: list('zusammen|team|damen und herren|frau|herr|support|alle|kundenservice|liebes|dr'),
    signOffs: list(
      'mit freundlichen grüßen|mit freundlichen grüssen|mit freundlichen gruessen|mit freundlichem gruß|freundliche grüße|freundliche grüsse|viele grüße|viele grüsse|liebe grüße|beste grüße|schöne grüße|herzliche grüße|mit besten grüßen|gruß|grüße|gruss|mfg|lg|vg|bg|hochachtungsvoll',
    ),
    thanks: list(
      'danke|vielen dank|besten dank|herzlichen dank|danke schön|dankeschön|danke im voraus|vielen dank im voraus',
    ),
    wishes: [
      /\b(?:hoffe,? (?:das|es) hilft|schönen (?:tag|abend)|bei (?:weiteren )?fragen|melden sie sich|melde dich)\b/i,
    ],
  },
  machines: {
    subjects:
      /^(?:automatische antwort|abwesenheitsnotiz|abwesenheit|abwesend|unzustellbar|gelesen|nicht gelesen|zugesagt|abgelehnt|mit vorbehalt|abgesagt|lesebestätigung)\s?[:：]|^(?:abwesenheitsnotiz|automatische antwort|unzustellbar|lesebestätigung)\b/i,
    away: /(?:nicht (?:im (?:büro|haus|hause)|am arbeitsplatz|erreichbar)|außer haus|im urlaub|in elternzeit|abwesend|nicht mehr (?:bei|für|im unternehmen)|bin .{0,30}(?:zurück|wieder da))/i,
    instead:
      /(?:\bbis (?:zum|einschließlich|\d)|\bab dem\b|dringend|wenden sie sich|kontaktieren sie|vertret|kolleg|wird nicht weitergeleitet|nach meiner rückkehr|wieder (?:erreichbar|im büro|da))/i,
    undelivered: /(?:konnte nicht zugestellt werden|unzustellbar|zustellung fehlgeschlagen|nicht zustellbar)/i,
    receipt:
      /(?:ihre nachricht .{0,60}(?:wurde )?(?:am .{0,40})?gelesen|hat (?:diese|ihre) einladung (?:angenommen|abgelehnt|mit vorbehalt)|(?:ihre|deine) (?:anfrage|nachricht|e-?mail|mail) (?:ist|wurde) .{0,40}(?:eingegangen|erhalten|erfasst)|wir haben ihre (?:anfrage|nachricht|e-?mail) erhalten|ticket .{0,30}(?:wurde|ist) .{0,20}(?:erstellt|angelegt|eröffnet)|(?:vielen )?dank für (?:ihre|deine) (?:anfrage|nachricht|kontaktaufnahme))/i,
    beside:
      /(?:#\s?\d{2,12}|nicht auf diese (?:e-?mail|nachricht)|antworten sie (?:bitte )?nicht|automatisch (?:erstellt|generiert|erzeugt)|so (?:schnell|bald) wie möglich|(?:ticket|vorgangs)-?(?:nummer|nr)|werden uns .{0,30}melden|\b(?:19|20)\d{2}\b)/i,
  },
  channelNouns: list(
    'konversation|unterhaltung|gespräch|chat|anruf|nachricht|sprachnachricht|verpasster anruf|mailbox|textnachricht',
  ),
  acknowledgement:
    /^(?:(?:ok(?:ay)?|super|perfekt|prima|toll|gut|ja|alles klar|passt|erledigt|verstanden|danke(?: (?:schön|sehr|dir|ihnen|euch|für .{1,60}))?|dankeschön|vielen dank(?: .{1,50})?|besten dank|herzlichen dank|(?:das |es )?(?:hat )?(?:funktioniert|geklappt|geholfen|klappt|geht)(?: jetzt| nun| wieder)?|schönen (?:tag|abend)(?: noch)?|gelöst|und|jetzt)[\s,.!…)\-–—:;]{0,6}){1,6}$/i,
  forwarded: /weitergeleitet|\bwg\b/i,
  additions: {
    explicit:
      /(?:^|\s)(?:(?:und )?(?:noch )?(?:eine|meine) (?:weitere|zweite|andere|nächste) (?:frage|sache)|(?:noch )?(?:eine|was|etwas) (?:anderes|frage)|zweitens|zweite frage|andere frage|weitere frage)\s?[:,.–-]?/i,
    loose: /(?:^|\s)(?:außerdem|zudem|übrigens|des weiteren|ps|auch noch)\s?[:,–-]?/i,
    asking:
      /[?？]|^\W{0,3}(?:wie|wo|was|welche|warum|wann|wer|kann|können|ist|sind|gibt|muss)\b|(?:möchte|will|brauche|bitte|nicht|kein|fehler|fehlt|leider)/i,
    goingOn: /^\W{0,3}(?:(?:ist|geht|kann|könnte|wie|warum) (?:das|dies|es|sie)\b|wissen sie|irgendwelche ideen)/i,
  },
  answering,
  chaff,
  signals,
};
