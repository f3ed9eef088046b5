import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Dutch. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'paspoort|paspoortnummer|identiteitskaart|id-kaart|rijbewijs|rijbewijsnummer|bsn|burgerservicenummer|sofinummer|' +
    'rijksregisternummer|klantnummer|lidnummer|personeelsnummer|polisnummer|verblijfsvergunning|patiëntnummer|' +
    'studentnummer|-paspoortnummer|-polisnummer|-verzekeringsnummer|-klantnummer',
  cards: 'kaart|pas|bewijs|-kaart|-pas|-bewijs',
  cases: 's',
  numbers: 'nummer|nr|-nummer|-nr',
  owners: "mijn|onze|ons|haar|uw|jouw|m'n",
  plates: 'kenteken|nummerplaat|mijn auto',
  accounts: 'iban|rekeningnummer|bankrekening|rekening',
  passwords: 'wachtwoord',
  codes: 'verificatiecode|beveiligingscode|toegangscode|sms-code|pincode|eenmalige code|bevestigingscode|inlogcode',
  births: 'geboren op|geboren|geboortedatum|verjaardag',
  lives:
    'ik woon in|ik woon op|ik woon aan|wij wonen|woon op|woonachtig|mijn adres|ons adres|adres|adres is|bezorgadres|' +
    'verzendadres|bezorgen op|stuur het naar|verhuisd naar',
  postcodes: 'postcode',
  streets: '-straat|-laan|-gracht|-kade|-plein|-dijk|-weg|-singel|-hof|-steeg|-markt|-pad|straat|laan|plein|weg',
  units: 'bus|huisnummer|postbus|appartement|verdieping',
  named: 'mijn naam is|ik heet|naam|voornaam|achternaam|op naam van|zij heet|hij heet|heet|genaamd',
  am: 'ik ben|dit is|met',
  titles: 'dhr|mevr|mw|meneer|mevrouw|de heer|heer|dr|drs|ir|ing|prof',
  kin:
    'collega|baas|man|echtgenoot|vrouw|zoon|dochter|broer|zus|moeder|vader|vriend|vriendin|buurman|buurvrouw|' +
    'partner|leidinggevende|assistent|assistente|medewerker|oom|tante|neef|nicht|opa|oma|klant|patiënt',
  asks: 'namens|gesproken met|spreken met|contact met|vraag naar|doorgestuurd naar|toegewezen aan|van',
  greetings:
    'hallo|hoi|goedemorgen|goedemiddag|goedenavond|goedendag|beste|geachte|lieve|dag|geachte heer|geachte mevrouw',
  closings:
    'bedankt|dank u|dank je|dank|met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|groet|groeten|' +
    'groetjes|mvg|hartelijke groet|alvast bedankt',
  says: 'zei|zegt|schreef|belde|vroeg|woont|vertelde',
  steps:
    'klik op|klik|open|kies|selecteer|ga naar|druk op|tik op|schakel|voer|menu|tabblad|knop|map|pagina|veld|daarna|' +
    'dan|vervolgens',
  health:
    '-kanker|kanker|tumor|leukemie|diabetes|suikerziekte|depressie|zwanger|zwangerschap|miskraam|epilepsie|hepatitis|' +
    'chemotherapie|bipolair|schizofrenie|dementie|alzheimer|parkinson|multiple sclerose|astma|beroerte|hartaanval|' +
    'dialyse|psychiater|autisme|hiv|insuline|handicap|burn-out|anorexia|migraine',
  ill:
    'gediagnosticeerd met|diagnose|lijdt aan|lijd aan|behandeld voor|ziek door|opgenomen met|allergisch voor|' +
    'overleden aan',
  persons: 'ik|mijn|hij|zij|ze|haar|zijn|ons|onze|mij|heb|heeft',
  handles: 'gebruikersnaam|inlognaam',
  stops:
    'ik|jij|je|u|hij|zij|wij|de|het|een|en|of|maar|als|is|zijn|niet|dat|die|wie|wat|wanneer|hoe|voor|met|zonder|van|' +
    'in|op|mijn|ons|onze|team|allemaal|meneer|mevrouw|klant|heer|heren|dames|mijnheer|er',
};
