import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Danish. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'pas|pasnummer|kørekort|kørekortnummer|cpr|cpr-nummer|personnummer|sygesikring|sygesikringskort|kundenummer|' +
    'medlemsnummer|medarbejdernummer|id-kort',
  cards: 'kort|bevis|-kort|-bevis',
  cases: 'et|en|s',
  numbers: 'nummer|nr|-nummer|-nr|-nummeret',
  owners: 'min|mit|mine|vores|hans|hendes',
  plates: 'nummerplade|registreringsnummer',
  accounts: 'iban|kontonummer|bankkonto|konto|reg.nr|reg nr',
  passwords: 'adgangskode|kodeord',
  codes: 'bekræftelseskode|sikkerhedskode|engangskode|sms-kode|pinkode|dørkode',
  births: 'født|født den|fødselsdato|fødselsdag',
  lives:
    'jeg bor på|jeg bor i|vi bor på|bor på|min adresse|vores adresse|adresse|adressen er|leveringsadresse|' +
    'send den til|flyttet til',
  postcodes: 'postnummer',
  streets: '-gade|-vej|-stræde|-torv|-plads|-allé|-alle|-vænget|-parken|-boulevard',
  units: 'lejlighed|postboks|sal|th|tv',
  named: 'jeg hedder|mit navn er|navn|fornavn|efternavn|i navnet|han hedder|hun hedder|hedder',
  am: 'jeg er|det er|dette er',
  titles: 'hr|fru|frøken|dr',
  kin:
    'kollega|chef|mand|kone|søn|datter|bror|søster|mor|far|ven|veninde|nabo|kæreste|medarbejder|onkel|tante|fætter|' +
    'kusine|kunde|patient',
  asks: 'på vegne af|talte med|talt med|tale med|snakkede med|kontakt|spørg efter|tildelt|tilhører|videresendt til',
  greetings: 'hej|goddag|godmorgen|god dag|kære|hejsan',
  closings: 'tak|mange tak|med venlig hilsen|venlig hilsen|hilsen|mvh|på forhånd tak|de bedste hilsner',
  says: 'sagde|siger|skrev|ringede|spurgte|bor',
  steps: 'klik på|klik|åbn|vælg|gå til|tryk på|aktivér|indtast|menu|fane|knap|mappe|side|felt|derefter|så',
  health:
    '-kræft|kræft|tumor|leukæmi|diabetes|sukkersyge|depression|gravid|graviditet|abort|epilepsi|hepatitis|kemoterapi|' +
    'bipolar|skizofreni|demens|alzheimer|parkinson|sklerose|astma|blodprop|dialyse|autisme|adhd|hiv|insulin|stress|' +
    'migræne',
  ill: 'diagnosticeret med|diagnosen|lider af|behandles for|sygemeldt med|indlagt med|allergisk over for|døde af',
  persons: 'jeg|min|mit|mine|han|hun|hans|hendes|vores|mig|har',
  handles: 'brugernavn',
  stops:
    'jeg|du|han|hun|vi|i|de|en|et|den|det|og|eller|men|hvis|er|ikke|at|som|hvem|hvad|når|hvordan|for|med|uden|af|på|' +
    'min|mit|vores|team|alle|kunde|tak|hej|meget|jer',
};
