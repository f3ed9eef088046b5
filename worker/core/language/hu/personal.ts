import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Hungarian. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'útlevél|útlevélszám|útlevelem száma|személyi|személyi igazolvány|személyi szám|személyazonosító|jogosítvány|' +
    'vezetői engedély|taj|taj szám|taj-szám|adóazonosító|adóazonosító jel|adószám|ügyfélszám|lakcímkártya',
  cards: 'kártya|igazolvány|engedély|-kártya|-igazolvány',
  cases: 'om|em|am|ja|je|a|e|t|ban|ben|ot|et|unk|ünk|od|ed|m',
  numbers: 'szám|száma|számom|-szám|-száma|-számom|azonosító|azonosítóm',
  owners: 'számom|-számom|azonosítóm|az én',
  plates: 'rendszám',
  accounts: 'iban|bankszámla|bankszámlaszám|számlaszám',
  passwords: 'jelszó|jelszavam',
  codes: 'ellenőrző kód|megerősítő kód|egyszeri kód|sms kód|biztonsági kód|pin kód|belépési kód|kapukód',
  births: 'születtem|született|születési dátum|születési idő|szül',
  lives: 'lakom|itt lakom|címem|a címem|lakcím|lakcímem|szállítási cím|cím|küldjék',
  postcodes: 'irányítószám|irsz',
  streets: 'utca|út|útja|tér|tere|körút|krt|köz|sétány|sor|u|fasor',
  units: 'emelet|em|ajtó|lakás|lépcsőház|postafiók',
  named: 'a nevem|nevem|hívnak|név|teljes név|vezetéknév|keresztnév|nevén|nevű|számlatulajdonos',
  am: 'vagyok|itt',
  titles: 'úr|asszony|dr|prof|kisasszony',
  kin:
    'kollégám|kolléganőm|főnököm|férjem|feleségem|fiam|lányom|bátyám|öcsém|nővérem|húgom|anyám|apám|barátom|' +
    'barátnőm|szomszédom|ügyfelem|páciensem',
  asks: 'nevében|beszéltem',
  greetings: 'szia|sziasztok|helló|üdvözlöm|jó napot|jó reggelt|jó estét|kedves|tisztelt',
  closings: 'köszönöm|köszi|üdvözlettel|tisztelettel|üdv|előre is köszönöm|szép napot',
  says: 'vagyok|mondta|azt mondta|írta|hívott|kérdezte|lakik',
  steps:
    'kattintson|kattints|nyissa meg|nyisd meg|válassza|válaszd|lépjen|menjen|nyomja meg|kapcsolja be|írja be|menü|' +
    'fül|gomb|mappa|oldal|mező|majd|ezután',
  health:
    'rák|rákos|daganat|leukémia|cukorbetegség|cukorbeteg|depresszió|depressziós|terhes|terhesség|vetélés|epilepszia|' +
    'epilepsziás|hepatitis|kemoterápia|skizofrénia|demencia|alzheimer|parkinson|szklerózis multiplex|asztma|asztmás|' +
    'stroke|agyvérzés|szívinfarktus|dialízis|autizmus|autista|hiv|inzulin|migrén',
  ill: 'diagnosztizáltak|diagnózisa|szenved|kezelik|betegállományban|allergiás',
  persons: 'én|nekem|ő|neki|mi|anyám|apám|férjem|feleségem|fiam|lányom|vagyok',
  handles: 'felhasználónév|felhasználónevem',
  stops:
    'én|te|ő|mi|ti|ők|és|vagy|de|ha|van|nem|hogy|aki|ki|mikor|hogyan|csapat|mindenki|ügyfél|köszönöm|nagyon|itt|egy|' +
    'az|a|meg|kérem',
};
