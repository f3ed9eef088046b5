import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Swedish. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'pass|passnummer|körkort|körkortsnummer|personnummer|samordningsnummer|id-kort|legitimation|kundnummer|' +
    'medlemsnummer|anställningsnummer|försäkringsnummer|patientnummer|-passnummer|-försäkringsnummer|-medlemsnummer|' +
    '-kundnummer',
  cards: 'kort|bevis|-kort|-kortet|legitimation',
  cases: 'et|en|s',
  numbers: 'nummer|nr|-nummer|-numret|-nr',
  owners: 'min|mitt|mina|vår|vårt|hans|hennes',
  plates: 'registreringsnummer|regnummer|reg.nr|nummerskylt',
  accounts: 'iban|kontonummer|bankkonto|konto|clearingnummer|bankgiro|plusgiro',
  passwords: 'lösenord',
  codes: 'verifieringskod|säkerhetskod|engångskod|sms-kod|pinkod|åtkomstkod|portkod|bekräftelsekod',
  births: 'född|född den|födelsedatum|födelsedag',
  lives:
    'jag bor på|jag bor i|vi bor på|bor på|min adress|vår adress|adress|adressen är|leveransadress|skicka den till|' +
    'flyttat till',
  postcodes: 'postnummer',
  streets: '-gatan|-vägen|-gränd|-torget|-stigen|-allén|-backen|-plan|gata|väg',
  units: 'lägenhet|lgh|box|våning|trappor',
  named: 'jag heter|mitt namn är|namn|förnamn|efternamn|i namnet|han heter|hon heter|heter',
  am: 'jag är|det här är|det är',
  titles: 'herr|fru|fröken|dr|prof',
  kin:
    'kollega|chef|man|make|fru|maka|son|dotter|bror|syster|mamma|pappa|mor|far|vän|väninna|granne|sambo|partner|' +
    'medarbetare|anställd|farbror|moster|faster|kusin|kund|patient|pojkvän|flickvän',
  asks:
    'på uppdrag av|pratade med|pratat med|prata med|talade med|kontakta|fråga efter|tilldelad|tillhör|' +
    'vidarebefordrat till',
  greetings: 'hej|hejsan|god morgon|god dag|god kväll|tja|tjena|bästa|kära|käre|hallå',
  closings:
    'tack|tack så mycket|med vänliga hälsningar|vänliga hälsningar|hälsningar|mvh|vänligen|kram|tack på förhand',
  says: 'sa|sade|säger|skrev|ringde|frågade|bor',
  steps:
    'klicka på|klicka|öppna|välj|gå till|tryck på|aktivera|ange|meny|flik|knapp|mapp|sida|fält|sedan|därefter|' +
    'och sedan på',
  health:
    '-cancer|cancer|tumör|leukemi|diabetes|diabetiker|depression|gravid|graviditet|missfall|epilepsi|hepatit|cellgifter|' +
    'bipolär|schizofreni|demens|alzheimer|parkinson|multipel skleros|astma|stroke|hjärtinfarkt|dialys|psykiatrin|' +
    'autism|adhd|hiv|insulin|utbränd|anorexi|migrän',
  ill: 'diagnostiserad med|diagnosen|lider av|behandlas för|sjukskriven för|inlagd för|allergisk mot|dog av',
  persons: 'jag|min|mitt|mina|han|hon|hans|hennes|vår|mig|har',
  handles: 'användarnamn|inloggningsnamn',
  stops:
    'jag|du|han|hon|vi|ni|de|en|ett|den|det|och|eller|men|om|är|inte|att|som|vem|vad|när|hur|för|med|utan|av|i|på|' +
    'min|mitt|vår|vårt|team|alla|kund|tack|hej|mycket|er|ert',
};
