import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Norwegian. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'pass|passnummer|førerkort|førerkortnummer|fødselsnummer|personnummer|d-nummer|kundenummer|medlemsnummer|' +
    'ansattnummer|id-kort|bankkort',
  cards: 'kort|bevis|-kort|-bevis|-kortet',
  cases: 'et|en|s',
  numbers: 'nummer|nr|-nummer|-nummeret|-nr',
  owners: 'min|mitt|mine|vår|vårt|hans|hennes|mi',
  plates: 'registreringsnummer|bilskilt|skiltnummer',
  accounts: 'iban|kontonummer|bankkonto|konto',
  passwords: 'passord',
  codes: 'bekreftelseskode|sikkerhetskode|engangskode|sms-kode|pinkode|dørkode',
  births: 'født|født den|fødselsdato|bursdag',
  lives:
    'jeg bor i|jeg bor på|vi bor i|bor i|min adresse|vår adresse|adresse|adressen er|adressa mi er|leveringsadresse|' +
    'send den til|flyttet til',
  postcodes: 'postnummer',
  streets: '-gata|-gaten|-gate|-veien|-vegen|-vei|-veg|-torget|-plassen|-alléen|-stien|-bakken|-svingen',
  units: 'leilighet|postboks|etasje|oppgang',
  named: 'jeg heter|mitt navn er|navn|fornavn|etternavn|i navnet|han heter|hun heter|heter',
  am: 'jeg er|dette er|det er',
  titles: 'herr|fru|frøken|dr',
  kin:
    'kollega|sjef|mann|kone|ektemann|sønn|datter|bror|søster|mor|far|venn|venninne|nabo|samboer|kjæreste|' +
    'medarbeider|ansatt|onkel|tante|fetter|kusine|kunde|pasient',
  asks: 'på vegne av|snakket med|snakke med|pratet med|kontakt|spør etter|tildelt|tilhører|videresendt til',
  greetings: 'hei|god dag|god morgen|kjære|hallo|hei på deg',
  closings: 'takk|tusen takk|med vennlig hilsen|vennlig hilsen|hilsen|mvh|på forhånd takk|beste hilsen',
  says: 'sa|sier|skrev|ringte|spurte|bor',
  steps: 'klikk på|klikk|åpne|velg|gå til|trykk på|aktiver|skriv inn|meny|fane|knapp|mappe|side|felt|deretter|så',
  health:
    '-kreft|kreft|svulst|leukemi|diabetes|sukkersyke|depresjon|gravid|graviditet|spontanabort|epilepsi|hepatitt|cellegift|' +
    'bipolar|schizofreni|demens|alzheimer|parkinson|multippel sklerose|astma|hjerneslag|hjerteinfarkt|dialyse|' +
    'autisme|adhd|hiv|insulin|utbrent|migrene',
  ill: 'diagnostisert med|diagnosen|lider av|behandles for|sykmeldt med|innlagt med|allergisk mot|døde av',
  persons: 'jeg|min|mitt|mine|han|hun|hans|hennes|vår|meg|har',
  handles: 'brukernavn',
  stops:
    'jeg|du|han|hun|vi|dere|de|en|ei|et|den|det|og|eller|men|hvis|er|ikke|at|som|hvem|hva|når|hvordan|for|med|uten|' +
    'av|i|på|min|mitt|vår|vårt|team|alle|kunde|takk|hei|veldig',
};
