import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Italian. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    "passaporto|numero di passaporto|carta d'identità|carta di identità|documento d'identità|patente|" +
    'patente di guida|codice fiscale|cf|tessera sanitaria|permesso di soggiorno|partita iva|codice cliente|' +
    'numero cliente|numero tessera|tessera|matricola|cartella clinica',
  cards: 'tessera|carta|permesso|tesserino|documento|pratica',
  cases: '',
  numbers: 'numero|n°|num|codice',
  owners: 'mio|mia|miei|nostro|nostra|suo|sua|tuo|tua',
  plates: 'targa|la mia auto|la mia macchina',
  accounts: 'iban|conto|numero di conto|conto corrente|conto bancario|abi|cab',
  passwords: "parola d'ordine|password",
  codes:
    'codice di verifica|codice di sicurezza|codice di accesso|codice di conferma|codice otp|codice sms|codice pin|' +
    'codice ricevuto|codice che ho ricevuto',
  births: 'nato il|nata il|nato|nata|sono nato il|sono nata il|data di nascita|compleanno|data nasc|nasc',
  lives:
    'abito in|abito a|abitiamo in|vivo in|residente in|domiciliato in|domiciliata in|il mio indirizzo|indirizzo|' +
    'indirizzo è|indirizzo di spedizione|spedire a|spedite a|mi sono trasferito in',
  postcodes: 'cap|codice postale',
  streets: 'via|viale|piazza|corso|largo|vicolo|strada|piazzale|lungomare|contrada|salita|borgo',
  units: 'interno|int|scala|piano|palazzina|casella postale|appartamento',
  named: 'mi chiamo|il mio nome è|nome|cognome|a nome di|si chiama|intestatario|intestato a|di nome',
  am: 'sono|qui è|qui',
  titles:
    'sig|sig.ra|signor|signora|signorina|dott|dott.ssa|dottor|dottore|dottoressa|avv|ing|prof|professore|' +
    'professoressa|gentile|egregio|spett',
  kin:
    'collega|capo|marito|moglie|figlio|figlia|fratello|sorella|madre|padre|mamma|papà|amico|amica|vicino|vicina|' +
    'fidanzato|fidanzata|compagno|compagna|socio|socia|responsabile|assistente|dipendente|direttore|direttrice|zio|' +
    'zia|cugino|cugina|nonno|nonna|nipote|commercialista|cliente|paziente',
  asks:
    'per conto di|da parte di|parlato con|parlare con|contattare|chiedere di|chieda di|chiedete a|rivolgersi a|' +
    'assegnato a|appartiene a',
  greetings: 'ciao|buongiorno|buonasera|salve|gentile|egregio|caro|cara|gent.mo|gent.ma',
  closings: 'grazie|grazie mille|cordiali saluti|distinti saluti|saluti|un saluto|a presto|cordialmente|in fede|baci',
  says: 'ha detto|mi ha detto|dice|ha scritto|ha chiamato|ha chiesto|abita|vive',
  steps:
    'fate clic su|fai clic su|cliccare su|clicca su|clicca|cliccate su|aprite|apri|selezionate|seleziona|scegliete|' +
    'scegli|andate su|vai su|premete|premi|attivate|attiva|menu|scheda|pulsante|cartella|pagina|campo|poi|quindi',
  health:
    'cancro|tumore|leucemia|diabete|diabetico|diabetica|depressione|incinta|gravidanza|aborto|epilessia|epatite|' +
    'chemioterapia|bipolare|schizofrenia|demenza|alzheimer|parkinson|sclerosi multipla|asma|ictus|infarto|dialisi|' +
    'psichiatra|autismo|autistico|autistica|hiv|aids|insulina|disabilità|anoressia|emicrania',
  ill:
    'diagnosticato|diagnosticata|diagnosi di|soffre di|soffro di|affetto da|affetta da|malato di|malata di|' +
    'in cura per|ricoverato per|ricoverata per|in malattia per|allergico a|allergica a|morto di',
  persons:
    'io|mio|mia|mi|lui|lei|suo|sua|nostro|nostra|ho|ha|miei|sono|soffro|figlio|figlia|moglie|marito|madre|padre|stato|stata',
  handles: 'utente|nome utente|nickname',
  stops:
    'io|tu|lui|lei|noi|voi|loro|il|lo|la|i|gli|le|un|una|e|o|ma|se|è|sono|non|che|chi|quando|come|per|con|senza|di|' +
    'del|della|in|nel|nella|mio|mia|team|tutti|tutte|signore|signora|grazie|ciao|cliente|molto|qui|nostro|nostra|' +
    'sicuro|ci',
};
