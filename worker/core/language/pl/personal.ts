import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Polish. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'paszport|numer paszportu|dowód|dowód osobisty|numer dowodu|dowodu|prawo jazdy|pesel|nip|regon|numer klienta|' +
    'numer legitymacji|legitymacja|numer pracownika|numer polisy|karta pobytu',
  cards: 'karta|legitymacja|przepustka|zaświadczenie|dokument',
  cases: 'o|u|a|em|ie|y|ę|ą|owi|i|ów|ami|ach|ej|ego|emu|ym',
  numbers: 'numer|numeru|numerem|nr',
  owners: 'mój|moja|moje|mojego|mojej|moim|nasz|nasza|nasze|jego|jej',
  plates: 'rejestracja|numer rejestracyjny|tablica rejestracyjna|tablice rejestracyjne|mój samochód|moje auto',
  accounts: 'iban|konto|numer konta|rachunek|numer rachunku|rachunek bankowy|konto bankowe',
  passwords: 'hasło',
  codes:
    'kod weryfikacyjny|kod sms|kod bezpieczeństwa|kod jednorazowy|kod dostępu|kod pin|kod potwierdzający|' +
    'kod do drzwi',
  births: 'urodzony|urodzona|urodziłem się|urodziłam się|data urodzenia|ur|data ur',
  lives:
    'mieszkam przy|mieszkam na|mieszkam w|mieszkamy|mój adres|nasz adres|adres|adres to|adres dostawy|zamieszkały|' +
    'zamieszkała|wysłać na|proszę dostarczyć na|to mój adres',
  postcodes: 'kod pocztowy',
  streets: 'ul|ulica|ulicy|al|aleja|aleje|os|osiedle|pl|plac|rondo',
  units: 'm|lok|mieszkanie|lokal|skrytka pocztowa',
  named: 'nazywam się|mam na imię|imię|nazwisko|imię i nazwisko|na nazwisko|nazywa się|o imieniu|właściciel konta',
  am: 'jestem|tu|z tej strony|mówi',
  titles: 'pan|pani|panem|panią|pana|panu|dr|prof|inż|mgr',
  kin:
    'kolega|koleżanka|szef|szefowa|mąż|żona|żoną|mężem|syn|córka|brat|siostra|matka|ojciec|mama|tata|przyjaciel|' +
    'przyjaciółka|sąsiad|sąsiadka|partner|partnerka|współpracownik|kierownik|wujek|ciocia|kuzyn|babcia|dziadek|' +
    'klient|klientka|pacjent|pacjentka',
  asks: 'w imieniu|rozmawiałem z|rozmawiałam z|rozmawiać z|kontakt z|pytać o|przypisane do|należy do|przekazano do',
  greetings:
    'cześć|dzień dobry|dobry wieczór|witam|witaj|szanowny|szanowna|szanowny panie|szanowna pani|drogi|droga|hej',
  closings:
    'dziękuję|dzięki|z poważaniem|pozdrawiam|pozdrowienia|serdecznie pozdrawiam|z wyrazami szacunku|z góry dziękuję',
  says: 'powiedział|powiedziała|mówi|napisał|napisała|zadzwonił|zadzwoniła|mieszka|zapytał',
  steps:
    'kliknij|kliknij w|otwórz|wybierz|przejdź do|naciśnij|włącz|wyłącz|wpisz|menu|zakładka|przycisk|folder|strona|' +
    'pole|następnie|potem|później',
  health:
    'rak|raka|nowotwór|białaczka|cukrzyca|cukrzycę|depresja|depresję|w ciąży|ciąża|poronienie|padaczka|padaczkę|' +
    'zapalenie wątroby|chemioterapia|schizofrenia|demencja|alzheimer|parkinson|stwardnienie rozsiane|astma|astmę|' +
    'udar|zawał|dializa|psychiatra|autyzm|hiv|insulina|niepełnosprawność|anoreksja|migrena',
  ill:
    'zdiagnozowano|diagnoza|cierpi na|cierpię na|choruje na|choruję na|leczony na|leczona na|na zwolnieniu z powodu|' +
    'uczulony na|uczulona na|zmarł na',
  persons:
    'ja|mój|moja|moje|mam|on|ona|jego|jej|nasz|nasza|ma|mnie|mu|moją|moim|jestem|choruję|cierpię|żona|mąż|syn|córka',
  handles: 'nazwa użytkownika|login',
  stops:
    'a|ja|ty|on|ona|my|wy|oni|i|lub|ale|jeśli|jest|są|nie|że|który|kto|co|kiedy|jak|dla|z|bez|od|w|na|mój|moja|nasz|' +
    'zespół|wszyscy|państwo|klient|dziękuję|bardzo|tutaj|się|to|do|czy|proszę',
};
