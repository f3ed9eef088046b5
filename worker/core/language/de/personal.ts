import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in German. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'reisepass|reisepassnummer|pass|passnummer|pass-nr|passport|personalausweis|personalausweisnummer|ausweis|' +
    'ausweisnummer|ausweis-nr|führerschein|führerscheinnummer|steuer-id|steueridentifikationsnummer|steuernummer|' +
    'steuer-nr|sozialversicherungsnummer|sv-nummer|rentenversicherungsnummer|versichertennummer|versicherungsnummer|' +
    'krankenversicherungsnummer|krankenkasse|ahv|ahv-nummer|kundennummer|mitgliedsnummer|personalnummer|' +
    'matrikelnummer|patientennummer|aufenthaltstitel|ust-id|-versichertennummer|-versicherungsnummer|' +
    '-versicherungs-nr|-ausweisnummer|-passnummer|-mitgliedsnummer|-kundennummer|-personalnummer|-patientennummer|' +
    '-ausweis|-reisepass|kinderreisepass|-führerschein',
  cards: 'karte|ausweis|-karte|-kartennummer|-ausweis|bescheinigung|-schein',
  cases: 's|es|e',
  numbers: 'nummer|nr|kennung|-nummer|-nr|-kennung',
  owners: 'mein|meine|meiner|meinem|meinen|unser|unsere|unserer|seine|seiner|ihre|ihrer|deine',
  plates: 'kennzeichen|nummernschild|autokennzeichen|-kennzeichen|mein auto|mein wagen|mein fahrzeug',
  accounts: 'iban|bic|konto|kontonummer|konto-nr|bankkonto|blz|bankleitzahl|depotnummer|kto|kto-nr|kto.-nr|girokonto',
  passwords: 'passwort|kennwort|zugangsdaten',
  codes:
    'tan|pin|puk|bestätigungscode|sicherheitscode|einmalcode|einmalpasswort|zugangscode|freischaltcode|' +
    'verifizierungscode|sms-code|türcode|anmeldecode',
  births: 'geboren|geboren am|geburtsdatum|geb|geburtstag|geburtstag ist',
  lives:
    'ich wohne in|ich wohne am|wohne in der|ich wohne|wir wohnen|wohnhaft|wohnhaft in|anschrift|meine adresse|' +
    'unsere adresse|adresse|adresse ist|adresse lautet|lieferadresse|rechnungsadresse|liefern an|senden sie es an|' +
    'schicken sie es an|umgezogen in die|zieht in die',
  postcodes: 'plz|postleitzahl',
  streets:
    '-straße|-strasse|-str|-weg|-allee|-platz|-gasse|-damm|-ufer|-ring|-steig|-chaussee|-hof|-markt|-pfad|straße|' +
    'strasse|str|weg|allee|platz|gasse|ring',
  units: 'wohnung|whg|haus|hausnummer|etage|stock|postfach|hinterhaus',
  named:
    'mein name ist|ich heiße|ich heisse|name|vorname|nachname|auf den namen|unter dem namen|kontoinhaber|' +
    'ansprechpartner|ansprechpartnerin|sein name ist|ihr name ist|er heißt|sie heißt|heißt',
  am: 'ich bin|hier ist|hier spricht|hier schreibt',
  titles: 'herr|herrn|frau|dr|dr. med|prof|prof. dr|dipl-ing',
  kin:
    'kollege|kollegen|kollegin|chef|chefin|mann|ehemann|ehefrau|frau|sohn|tochter|bruder|schwester|mutter|vater|' +
    'freund|freundin|nachbar|nachbarin|mitarbeiter|mitarbeiterin|vorgesetzter|assistentin|lebensgefährte|' +
    'lebensgefährtin|partner|partnerin|onkel|tante|oma|opa|neffe|nichte|enkel|enkelin|vermieter|steuerberater|' +
    'steuerberaterin',
  asks:
    'im namen von|im auftrag von|gesprochen mit|sprechen mit|telefoniert mit|wenden sie sich an|fragen sie|' +
    'fragen sie nach|weitergeleitet an|zugewiesen an|gehört|vertretung für|grüße von',
  greetings:
    'hallo|guten tag|guten morgen|guten abend|liebe|lieber|sehr geehrte|sehr geehrter|sehr geehrte frau|' +
    'sehr geehrter herr|moin|servus|grüezi|grüß gott|hi',
  closings:
    'danke|vielen dank|viele grüße|liebe grüße|mit freundlichen grüßen|mit freundlichem gruß|freundliche grüße|' +
    'beste grüße|schöne grüße|herzliche grüße|mfg|lg|vg|gruß|grüße',
  says: 'sagte|hat gesagt|meinte|schrieb|hat geschrieben|hat angerufen|hat gekündigt|wohnt|fragte',
  steps:
    'klicken sie|klicken sie auf|klicke|klicke auf|öffnen sie|öffne|wählen sie|wähle|gehen sie zu|gehen sie auf|' +
    'gehe zu|drücken sie|tippen sie auf|aktivieren sie|deaktivieren sie|schalten sie|geben sie|unter|ordner|menü|' +
    'reiter|schaltfläche|taste|knopf|seite|feld|dann|danach',
  health:
    '-krebs|-karzinom|-tumor|krebs|tumor|leukämie|diabetes|diabetiker|diabetikerin|depression|depressionen|schwanger|schwangerschaft|' +
    'fehlgeburt|epilepsie|hepatitis|chemotherapie|bipolar|schizophrenie|demenz|alzheimer|parkinson|' +
    'multiple sklerose|asthma|schlaganfall|herzinfarkt|dialyse|psychiatrie|autismus|adhs|burnout|magersucht|hiv|' +
    'insulin|behinderung|migräne|rheuma|lungenentzündung|bandscheibenvorfall',
  ill:
    'diagnostiziert mit|diagnose|leidet an|leide an|leidet unter|leide unter|erkrankt an|behandelt wegen|' +
    'krankgeschrieben wegen|im krankenhaus wegen|gestorben an|allergisch gegen',
  persons: 'ich|mein|meine|meinem|meiner|er|sie|sein|seine|ihr|ihre|mir|mich|wir|unser|unsere',
  handles: 'benutzername|nutzername|anmeldename',
  stops:
    'ich|sie|wir|ihr|er|es|der|die|das|den|dem|ein|eine|einen|und|oder|aber|nicht|bitte|wenn|wie|was|wo|wann|warum|' +
    'kann|können|haben|hat|ist|sind|war|mein|meine|unser|unsere|im|am|in|an|auf|mit|von|zu|für|bei|nach|aus|um|' +
    'damen|herren|zusammen|team|alle|support|urlaub|heute|gestern|kunde|nutzer|neu|leider|herr|frau|danke',
};
