import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Czech. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'pas|číslo pasu|cestovní pas|občanský průkaz|občanka|číslo občanského průkazu|řidičský průkaz|rodné číslo|rč|ič|' +
    'dič|číslo pojištěnce|zákaznické číslo|číslo dokladu',
  cards: 'karta|průkaz|průkazka|doklad',
  cases: 'u|a|em|ě|y|ou|i|ům|ech|ů|ého|ém|ým',
  numbers: 'číslo|čísla|číslem|č',
  owners: 'můj|moje|má|mé|mého|mojí|náš|naše|jeho|její',
  plates: 'spz|poznávací značka|registrační značka',
  accounts: 'iban|číslo účtu|účet|bankovní účet',
  passwords: 'heslo',
  codes: 'ověřovací kód|bezpečnostní kód|jednorázový kód|sms kód|pin kód|potvrzovací kód|přístupový kód',
  births: 'narozen|narozena|narodil jsem se|narodila jsem se|datum narození',
  lives:
    'bydlím|bydlím v|bydlím na|bydlím v ulici|bydlíme|moje adresa|naše adresa|adresa|adresa je|doručovací adresa|' +
    'bytem|poslat na',
  postcodes: 'psč',
  streets: 'ulice|ulici|ul|náměstí|nám|třída|tř|nábřeží',
  units: 'byt|č.p|čp|patro|po box',
  named: 'jmenuji se|jmenuju se|mé jméno je|jméno|příjmení|na jméno|jmenuje se|majitel účtu',
  am: 'jsem|tady|tady je|u telefonu',
  titles: 'pan|pana|panem|paní|slečna|mudr|ing|mgr|dr|prof|vážený pane|vážená paní',
  kin:
    'kolega|kolegyně|šéf|šéfová|manžel|manželka|syn|dcera|bratr|sestra|matka|otec|máma|táta|přítel|přítelkyně|' +
    'kamarád|kamarádka|soused|sousedka|vedoucí|strýc|teta|bratranec|babička|dědeček|klient|klientka|pacient|' +
    'pacientka',
  asks: 'jménem|mluvil jsem s|mluvila jsem s|mluvit s|kontaktujte|zeptejte se|přiřazeno|patří',
  greetings: 'ahoj|dobrý den|dobré ráno|dobrý večer|vážený|vážená|milý|milá|zdravím|čau',
  closings: 'děkuji|děkuju|díky|s pozdravem|s přátelským pozdravem|s úctou|hezký den|předem děkuji',
  says: 'řekl|řekla|napsal|napsala|volal|volala|bydlí|zeptal se',
  steps:
    'klikněte na|klikni na|otevřete|otevři|vyberte|vyber|přejděte na|přejděte do|stiskněte|zapněte|vypněte|zadejte|' +
    'nabídka|záložka|tlačítko|složka|stránka|pole|potom|pak|poté',
  health:
    'rakovina|rakovinu|nádor|leukémie|cukrovka|cukrovku|deprese|depresi|těhotná|těhotenství|potrat|epilepsie|' +
    'epilepsii|hepatitida|chemoterapie|schizofrenie|demence|alzheimer|parkinson|roztroušená skleróza|astma|mrtvice|' +
    'infarkt|dialýza|psychiatr|autismus|hiv|inzulin|invalidita|anorexie|migréna',
  ill: 'diagnostikovali|diagnóza|trpí|trpím|léčí se s|léčím se s|nemocný|nemocná|alergický na|alergická na|zemřel na',
  persons: 'já|můj|moje|má|mám|on|ona|jeho|její|náš|naše|mi|mě|mu|jsem|trpím',
  handles: 'uživatelské jméno|přihlašovací jméno',
  stops:
    'já|ty|on|ona|my|vy|oni|a|nebo|ale|když|je|jsou|ne|že|který|kdo|co|kdy|jak|pro|s|bez|od|v|na|můj|moje|náš|tým|' +
    'všichni|zákazník|děkuji|velmi|tady|se|to|do|si|prosím',
};
