import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in Finnish. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    'passi|passin numero|passinumero|ajokortti|ajokortin numero|henkilötunnus|hetu|sotu|henkilökortti|kela-kortti|' +
    'asiakasnumero|jäsennumero',
  cards: 'kortti|todistus|-kortti|-todistus',
  cases: 'n|ni|ssa|lla|a|ta|ia|en|in|nsa|ksi|mme|iini|ani|ini|un',
  numbers: 'numero|tunnus|-numero|-tunnus|-numeroni|-tunnukseni',
  owners: 'minun|meidän|hänen|numeroni|tunnukseni|-numeroni|-tunnukseni',
  plates: 'rekisterinumero|rekisteritunnus',
  accounts: 'iban|tilinumero|pankkitili|tili',
  passwords: 'salasana',
  codes: 'vahvistuskoodi|turvakoodi|kertakäyttökoodi|tekstiviestikoodi|pin-koodi|tunnusluku|ovikoodi',
  births: 'syntynyt|synnyin|syntymäaika|syntymäpäivä',
  lives: 'asun|asun osoitteessa|asumme|osoite|osoitteeni|osoitteeni on|toimitusosoite|lähettäkää osoitteeseen|muutin',
  postcodes: 'postinumero',
  streets: '-katu|-tie|-kuja|-polku|-kaari|-ranta|-tori|-väylä|-bulevardi|katu|tie',
  units: 'as|asunto|postilokero|pl|rappu',
  named: 'nimeni on|nimi|etunimi|sukunimi|minun nimeni on|hänen nimensä on|nimeltä|nimellä',
  am: 'olen|täällä|tässä',
  titles: 'herra|rouva|neiti|tri|prof',
  kin:
    'kollegani|työkaverini|pomoni|esimieheni|mieheni|vaimoni|poikani|tyttäreni|veljeni|siskoni|äitini|isäni|' +
    'ystäväni|naapurini|asiakkaani',
  asks: 'puhuin|puolesta',
  greetings: 'hei|moi|terve|hyvää huomenta|hyvää päivää|hyvää iltaa|hyvä|rakas|moikka',
  closings: 'kiitos|kiitos paljon|kiitoksia|ystävällisin terveisin|terveisin|yt|t|parhain terveisin|kiitos etukäteen',
  says: 'sanoi|kirjoitti|soitti|kysyi|asuu',
  steps:
    'klikkaa|napsauta|avaa|valitse|siirry|paina|ota käyttöön|syötä|valikko|välilehti|painike|kansio|sivu|kenttä|' +
    'sitten|sen jälkeen',
  health:
    'syöpä|kasvain|leukemia|diabetes|masennus|raskaana|keskenmeno|epilepsia|hepatiitti|sytostaatit|kaksisuuntainen|' +
    'skitsofrenia|dementia|alzheimer|parkinson|ms-tauti|astma|aivohalvaus|sydäninfarkti|dialyysi|autismi|hiv|' +
    'insuliini|burnout|migreeni',
  ill: 'diagnosoitu|sairastaa|sairastan|kärsii|hoidossa|sairaslomalla',
  persons: 'minä|minulla|minun|hän|hänellä|hänen|meidän|mieheni|vaimoni|äitini|isäni|poikani|tyttäreni|olen',
  handles: 'käyttäjätunnus|käyttäjänimi',
  stops:
    'minä|sinä|hän|me|te|he|ja|tai|mutta|jos|on|ei|että|joka|kuka|mitä|milloin|miten|kanssa|tiimi|kaikki|asiakas|' +
    'kiitos|hei|kun|se|tämä|väsynyt',
};
