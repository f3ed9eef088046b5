/** Classes of subject on which nothing is ever published without a person: a mistake there costs money, safety or rights. */
export const SENSITIVE_CLASSES = ['billing', 'security', 'legal', 'medical'] as const;
export type SensitiveClass = (typeof SENSITIVE_CLASSES)[number];

/**
 * Beginnings of words (`*`) and whole words or phrases, folded to plain lower-case letters. English in full; the names
 * of such sections in German, French, Spanish, Portuguese, Italian and Dutch. More words only restrict more.
 */
const WORDS: Readonly<Record<SensitiveClass, string>> = {
  billing: `billing, bill, bills, billed, invoic*, payment*, payable, pay, pays, paying, paid, payout*, refund*, reimburs*,
    chargeback*, charge, charges, charged, surcharge*, price, prices, pricing, fee, fees, credit card*, debit card*, tax, taxes,
    taxation, vat, gst, iban, swift code, sepa, direct debit, bank account*, bank details, bank transfer*, wire transfer*,
    subscription*, subscrib*, renewal*, discount*, coupon*, promo code*, voucher*, purchase*, checkout, price list, salary,
    salaries, payroll, abrechnung*, rechnung*, zahlung*, bezahl*, preis*, gebuhr*, erstattung*, steuer*, mahnung*, facturation,
    facture*, paiement*, remboursement*, abonnement*, tarif*, impot*, facturacion, factura*, pago*, reembolso*, precio*,
    impuesto*, cobranca*, fatura*, pagamento*, preco*, imposto*, fattur*, rimborso*, prezzo*, prezzi*, betaling*, factuur*,
    facturen, terugbetaling*, prijs*, prijzen`,
  security: `security, vulnerab*, exploit*, breach*, phish*, malware, ransomware, virus*, hacked, hacker*, hacking, compromised,
    fraud*, scam*, two factor*, 2fa, mfa, multi factor*, one time code*, one time password*, otp, recovery code*, backup code*,
    seed phrase*, private key*, secret key*, api key*, api secret*, access token*, api token*, signing secret*, encryption,
    encrypt*, decrypt*, certificate*, firewall*, antivirus, penetration test*, soc 2, iso 27001, sso, saml, scim, identity theft,
    stolen, unauthori*, sicherheit*, verschlussel*, betrug*, securite*, fraude*, seguridad*, seguranca*, sicurezza*, truffa*,
    beveiliging*, veiligheid*`,
  legal: `legal, legally, law, laws, lawsuit*, lawyer*, attorney*, litigat*, court, courts, liabilit*, liable, contract*,
    terms of service, terms of use, terms and conditions, privacy, gdpr, ccpa, hipaa, dpa, data protection, data processing,
    compliance, complian*, regulat*, copyright*, trademark*, patent*, dmca, subpoena*, warrant*, guarantee*, nda, consent,
    eula, licen?ing, license agreement*, arbitration, indemnif*, right of withdrawal, age restriction*, recht*, gesetz*,
    datenschutz*, impressum, agb, vertrag*, widerruf*, juridi*, confidentialite, contrat*, condiciones, privacidad*, rgpd,
    privacidade, privatezza, contratt*, legge, leggi, voorwaarden, wetgeving`,
  medical: `medical*, medicine*, medication*, health, healthcare, doctor*, physician*, patient*, prescription*, dosage*, dose,
    doses, diagnos*, symptom*, treatment*, therap*, disease*, illness*, pregnan*, allerg*, side effect*, clinic*, hospital*,
    surger*, overdose*, suicid*, self harm, pharmac*, vaccin*, blood pressure, insulin, gesundheit*, arzt*, arzneimittel*,
    medikament*, sante, medecin*, medicament*, salud, medico*, saude, salute, farmac*, gezondheid*, medicijn*`,
};

const PATTERNS: readonly [SensitiveClass, RegExp][] = SENSITIVE_CLASSES.map((name) => [name, patternOf(WORDS[name])]);

/** Characters of a text that are looked at: a title, a category, an article's head. */
const MAX_READ_CHARS = 65_536;

/**
 * The sensitive class a text speaks of, the first in the list's order, or null. Coded, so it cannot be talked out of it;
 * it only ever restricts: null is no permission.
 */
export function sensitiveClassOf(text: string): SensitiveClass | null {
  const folded = foldForWords(text);
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** Whether a category's name, a title or a text speaks of billing, security, legal or medical matters. */
export function isSensitiveCategory(text: string): boolean {
  return sensitiveClassOf(text) !== null;
}

/** Lower case without accents, invisible signs and punctuation; words apart by one space, one at each end. */
function foldForWords(text: string): string {
  const letters = text
    .slice(0, MAX_READ_CHARS)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
  return ` ${letters.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
}

function patternOf(list: string): RegExp {
  const entries = list.split(',').map((entry) => entry.trim().replace(/\s+/g, ' ').replaceAll('?', '[cs]'));
  const alternatives = entries.map((entry) => (entry.endsWith('*') ? `${entry.slice(0, -1)}[a-z]{0,24}` : entry));
  return new RegExp(` (?:${alternatives.join('|')}) `);
}
