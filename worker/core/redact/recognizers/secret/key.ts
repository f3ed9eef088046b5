import type { Recognizer } from '../../recognizer.ts';
import { type Span, spansOf } from '../../span.ts';

/**
 * Secrets that show by their form. Sources: the issuers' published prefixes, as gitleaks' rules list them.
 * Every pattern begins where no sign of its own class stands before it, so that each place is tried once.
 */
const FORMS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}_-])(?:sk|pk|rk)[-_](?:live|test|proj|ant|or|svcacct|admin)?[-_]?[A-Za-z0-9_-]{14,250}/gu,
  /(?<![\p{L}\p{N}_])(?:gh[pousr]_[A-Za-z0-9]{16,255}|github_pat_[A-Za-z0-9_]{20,255}|glpat-[A-Za-z0-9_-]{16,60})/gu,
  /(?<![\p{L}\p{N}_])(?:xox[abeoprs]-[A-Za-z0-9-]{8,250}|xapp-[A-Za-z0-9-]{10,250})/gu,
  /(?<![\p{L}\p{N}_])(?:A3T[A-Z0-9]|AKIA|ASIA|AGPA|AIDA|AROA|ABIA|ACCA)[A-Z0-9]{12,20}(?![A-Za-z0-9])/gu,
  /(?<![\p{L}\p{N}_])AIza[A-Za-z0-9_-]{30,45}/gu,
  /(?<![\p{L}\p{N}_])ya29\.[A-Za-z0-9_-]{20,300}/gu,
  /(?<![\p{L}\p{N}_])SG\.[A-Za-z0-9_-]{15,40}\.[A-Za-z0-9_-]{15,60}/gu,
  /(?<![\p{L}\p{N}_])(?:npm|hf|dop_v1|doo_v1|dor_v1|shpat|shpca|shppa|shpss|pypi|lin_api|figd|atlasv1|whsec|rpa|sntrys|pat|vercel|nvapi|gsk|r8|tvly|pplx|ATATT3|ATCTT3|dapi|EAA)[-_]?[A-Za-z0-9][A-Za-z0-9_=-]{18,250}/gu,
  /(?<![\p{L}\p{N}_])(?:AC|SK|key-|NRAK-|PMAK-)[a-fA-F0-9]{24,64}/gu,
  /(?<![\p{L}\p{N}_-])eyJ[A-Za-z0-9_-]{5,4000}(?:\.[A-Za-z0-9_-]{2,4000}){0,4}/gu,
  /-----BEGIN [A-Z0-9 ]{2,40}-----(?=[^A-Za-z0-9+]{0,12}[A-Za-z0-9+/=:]{12})(?:[^-]|-(?!----)){0,20000}(?:-----END [A-Z0-9 ]{2,40}-----)?/gu,
  /(?<![\p{L}\p{N}_])ssh-(?:rsa|ed25519|dss) [A-Za-z0-9+/=]{30,2000}/gu,
  /(?<![\p{L}\p{N}_])(?:bearer|basic|digest)\s{1,3}(?<x>(?=[A-Za-z0-9+/_.~=-]{0,200}\d)[A-Za-z0-9+/_.~=-]{12,4000})/giu,
  /(?<![\p{L}\p{N}_])(?:AccountKey|SharedAccessKey|SharedAccessSignature|sig)=[A-Za-z0-9+/%=]{20,400}/giu,
  /(?<![\p{L}\p{N}_])0x[a-fA-F0-9]{40}(?:[a-fA-F0-9]{24})?(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}_])bc1[a-z0-9]{25,87}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}_])hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9/]{10,120}/giu,
];

/** Runs that may be keys without a known form; `looksRandom` decides. */
const LONG_RUN = /(?<![A-Za-z0-9+/_=~.-])[A-Za-z0-9+/_=~-]{20,4000}(?![\p{L}\p{N}])/gu;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Keys, tokens, private keys, wallets and connection strings that show by their form. A UUID alone is an identifier of
 * a thing, not a secret; it is one only after a word that says so (see `labelled`).
 */
function secretSpans(text: string): Span[] {
  return [
    ...spansOf(
      text,
      AWS_SECRET,
      'secret',
      ({ 0: run }) => (run.match(/[A-Z]/g)?.length ?? 0) > 3 && /\d/.test(run) && isMixed(run),
    ),
    ...FORMS.flatMap((form) =>
      spansOf(
        text,
        form,
        'secret',
        (match) =>
          /\d|BEGIN|^A[KSGIRBC][IPDOA]A?[A-Z]{16}$/.test(match[0]) ||
          (/[A-Z]/.test(match[0]) && /[a-z]/.test(match[0])),
      ),
    ),
    ...spansOf(text, LONG_RUN, 'secret', (match) => looksRandom(match[0])),
    ...spansOf(text, DSN, 'secret'),
  ];
}

/** Forty signs of base64, as Amazon's secret keys have. */
const AWS_SECRET = /(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g;
const DSN = /(?<![\p{L}\p{N}+.-])[a-z][a-z0-9+.-]{1,24}:\/\/[^\s/@:<>"']{0,200}:[^\s/@<>"']{1,300}@[^\s<>"']{1,500}/giu;

/** The share of borders between letters, digits and cases that separates keys from words and identifiers. */
const MIN_BORDERS_PER_SIGN = 0.22;

function looksRandom(run: string): boolean {
  if (UUID.test(run) || /^(?:[A-Za-z]{1,40}[-_/=~+]{1,3}){1,60}[A-Za-z]{0,40}\d{0,4}$/.test(run)) return false;
  const digits = run.match(/\d/g)?.length ?? 0;
  const letters = run.match(/[A-Za-z]/g)?.length ?? 0;
  if (digits < 2 || letters < 4) return false;
  if (/^[0-9a-f]{32,}$/i.test(run)) return true;
  if (/[-_/]/.test(run) && longestPart(run) < 16) return false;
  return isMixed(run);
}

function isMixed(run: string): boolean {
  const borders = run.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|\d(?=[A-Za-z])/g)?.length ?? 0;
  return borders / run.length >= MIN_BORDERS_PER_SIGN;
}

function longestPart(run: string): number {
  return Math.max(...run.split(/[-_/=~+]/).map((part) => part.length));
}

export const key: Recognizer = {
  name: 'key',
  kind: 'secret',
  countries: [],
  covers: 'keys, tokens, private keys, wallets and connection strings by form',
  find: ({ text }) => secretSpans(text),
};
