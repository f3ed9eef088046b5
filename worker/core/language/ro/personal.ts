import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Romanian. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'pașaport|numărul pașaportului|carte de identitate|buletin|ci|serie ci|seria|cnp|permis de conducere|permis|' +
    'cod numeric personal|cui|număr de client|card de sănătate',
  cards: 'card|carnet|legitimație|permis|buletin|carte de identitate',
  cases: 'ul|ului|a|ei|le|elor',
  numbers: 'număr|numărul|nr|codul',
  owners: 'meu|mea|mei|nostru|noastră|lui|ei',
  plates: 'număr de înmatriculare|înmatriculare',
  accounts: 'iban|cont|cont bancar|numărul contului',
  passwords: 'parola|parolă',
  codes: 'cod de verificare|cod de securitate|cod de confirmare|cod sms|cod de acces|cod pin|codul primit',
  births: 'născut|născută|născut pe|născută pe|data nașterii|m-am născut',
  lives:
    'locuiesc pe|locuiesc în|locuiesc la|locuim|adresa|adresa mea|adresa mea este|adresa de livrare|domiciliat|' +
    'domiciliată|trimiteți la',
  postcodes: 'cod poștal',
  streets: 'strada|str|bulevardul|bd|b-dul|aleea|calea|șoseaua|piața|intrarea',
  units: 'bloc|bl|scara|sc|apartament|ap|etaj|et|nr',
  named: 'mă numesc|numele meu este|mă cheamă|nume|prenume|pe numele|se numește|titular',
  am: 'sunt|aici',
  titles: 'dl|dna|d-na|domnul|doamna|domnișoara|dr|ing|prof',
  kin:
    'colegul|colega|șeful|șefa|soțul|soția|fiul|fiica|fratele|sora|mama|tata|prietenul|prietena|vecinul|vecina|' +
    'partenerul|managerul|unchiul|mătușa|clientul|clienta|pacientul|pacienta',
  asks: 'din partea|în numele|am vorbit cu|vorbiți cu|contactați|întrebați de|aparține|alocat lui',
  greetings: 'bună|bună ziua|bună seara|bună dimineața|salut|stimate|stimată|dragă|buna ziua',
  closings: 'mulțumesc|mulțumesc mult|mersi|cu stimă|cu respect|o zi bună|toate cele bune|cu drag',
  says: 'a spus|mi-a spus|zice|a scris|a sunat|a întrebat|locuiește',
  steps:
    'faceți clic pe|clic pe|dați clic pe|deschideți|deschide|selectați|alegeți|accesați|mergeți la|apăsați|activați|' +
    'introduceți|meniu|filă|buton|dosar|pagina|câmp|apoi|după aceea',
  health:
    'cancer|tumoră|leucemie|diabet|depresie|însărcinată|sarcină|avort|epilepsie|hepatită|chimioterapie|bipolar|' +
    'schizofrenie|demență|alzheimer|parkinson|scleroză multiplă|astm|accident vascular|infarct|dializă|psihiatru|' +
    'autism|hiv|insulină|handicap|anorexie|migrenă',
  ill:
    'diagnosticat cu|diagnosticată cu|diagnostic de|suferă de|sufăr de|bolnav de|bolnavă de|tratat pentru|' +
    'tratată pentru|internat cu|internată cu|alergic la|alergică la',
  persons: 'eu|meu|mea|am|el|ea|lui|ei|nostru|noastră|îmi|mi|sunt|sufăr',
  handles: 'nume de utilizator|utilizator',
  stops:
    'eu|tu|el|ea|noi|voi|ei|și|sau|dar|dacă|este|sunt|nu|că|care|cine|ce|când|cum|pentru|cu|fără|de|în|pe|meu|mea|' +
    'echipa|toți|clientul|mulțumesc|foarte|aici|un|o|la',
};
