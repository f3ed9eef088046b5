import type { Chaff } from '../habits.ts';

/** German of people who want something else than help with the product. Written by hand; tried on made-up mails. */
export const chaff: Chaff = {
  offer:
    /(?<!\p{L})(?:wir (?:bieten|unterstützen unternehmen|sind spezialisiert|helfen unternehmen)|unsere (?:dienstleistungen|agentur|leistungen|pakete|angebote)|gastbeitrag|gastartikel|backlinks?|seo[- ](?:analyse|optimierung|audit|agentur|paket)|(?:bei|auf) google (?:auf )?(?:seite 1|der ersten seite|ranken|gefunden)|sponsor(?:ing)?|kooperation(?:sanfrage)?|partnerschaft|zusammenarbeit|unverbindliches? (?:angebot|erstgespräch)|sonderangebot|kaltakquise|leadgenerierung|pressemitteilung)(?!\p{L})/iu,
  business:
    /(?<!\p{L})(?:ihr(?:e[rsmn]?)? (?:unternehmen|firma|geschäft|marke|webseite|website|webauftritt|umsatz|reichweite|zielgruppe|geschäftsführ\p{L}*)|(?:mehr|steigern sie ihren) (?:umsatz|besucher|traffic|kunden)|(?:kurzes|kurzen) (?:telefonat|gespräch|call)|(?:haben sie|hätten sie|besteht) interesse|ansprechpartner für|abmelden|abbestellen|newsletter)(?!\p{L})/iu,
  application:
    /(?<!\p{L})(?:bewerb(?:e|en|ung)(?: \p{L}+){0,4} (?:als|um|auf|für)|(?:mein|meinen|anbei) (?:lebenslauf|anschreiben|bewerbungsunterlagen)|(?:offene|freie) stellen?|praktikum(?:splatz|sstelle)?|initiativbewerbung)(?!\p{L})/iu,
  praise:
    /(?<!\p{L})(?:(?:tolle[rs]?|super|großartige[rs]?|klasse|geniale[rs]?|fantastische[rs]?|hervorragende[rs]?) (?:arbeit|produkt|tool|app|service|support|team|software)|(?:ich|wir) (?:liebe|lieben|mag|mögen) (?:euer|eure|ihr|ihre|das|die)|weiter so|(?:wollte|möchte) (?:nur|einfach) (?:mal )?(?:danke|sagen|loben|bescheid))(?!\p{L})/iu,
  wish: /(?<!\p{L})(?:weiter so|danke|vielen dank|großes lob|glückwunsch|macht weiter)(?!\p{L})/iu,
  need: /(?<!\p{L})(?:wie (?:kann|könnte|komme|mache|geht|finde|lade|muss|bekomme|erstelle|ändere|lösche)|(?:kann|können|konnte) (?:ich |wir |man )?(?:\p{L}+ ){0,3}(?:nicht|kein|keine|keinen)|funktioniert|geht nicht|fehler\p{L}*|problem\p{L}*|leider|defekt|kaputt|fehlt|fehlen|mein(?:e[rsmn]?)? (?:konto|rechnung|abo|bestellung|tarif|passwort|zugang|zahlung|dashboard)|kündigen|kündigung|erstatt\p{L}+|anmelden|einloggen|wo (?:finde|ist|kann|sehe))(?!\p{L})/iu,
  trial:
    /^(?:(?:das ist )?(?:nur )?(?:ein )?(?:test|testmail|testnachricht|testticket|probe)(?: bitte ignorieren)?[\s.,!]*){1,4}$/iu,
};
