import { type Span, spansOf } from './span.ts';

const TAIL = String.raw`(?:,?\s(?:[Aa]pt|[Aa]partment|[Ss]uite|[Ss]te|[Uu]nit|[Ff]loor|[Ff]l|[Rr]oom|#)\.?\s?#?[\p{L}\p{N}-]{1,6})?(?:,?\s\p{Lu}[\p{L}'-]{1,20}(?:\s\p{Lu}[\p{L}'-]{1,20}){0,2})?(?:,?\s[A-Z]{2})?(?:,?\s(?:\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d))?`;
const ADDRESSES: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.:/#-])\d{1,5}[A-Za-z]?(?:\s(?:[NSEW]|North|South|East|West)\.?)?(?:\s(?:\p{Lu}[\p{L}'-]{1,20}|\d{1,3}(?:st|nd|rd|th))){1,4}\s(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Parkway|Pkwy|Terrace|Ter|Highway|Hwy|Close|Crescent|Gardens|Grove|Mews|Row|Walk|Hill|Quay|Circle|Cir|Trail|Loop|Alley)(?![\p{L}\p{N}])\.?${TAIL}`,
    'gu',
  ),
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}-]{1,30}(?:straße|strasse|str\.|weg|allee|platz|gasse|damm|ufer|ring|steig|chaussee)\s?\d{1,4}\s?[a-z]?(?![\p{L}\p{N}])(?:,?\s\d{4,5}\s\p{Lu}[\p{L}-]{1,30})?/gu,
  /(?<![\p{L}\p{N}])\p{Lu}[\p{L}-]{1,30}(?:\s\p{Lu}[\p{L}-]{1,30})?\s(?:Straße|Strasse|Str\.|Weg|Allee|Platz|Gasse|Ring)\s\d{1,4}\s?[a-z]?(?![\p{L}\p{N}])(?:,?\s\d{4,5}\s\p{Lu}[\p{L}-]{1,30})?/gu,
  /(?<![\p{L}\p{N}])\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|boulevard|place|chemin|allee|impasse|quai|route|cours)\s(?:(?:de|du|des|de la|d'|la|le|l')\s?){0,2}\p{L}[\p{L}'-]{1,30}(?:\s[\p{Lu}][\p{L}'-]{1,30}){0,3}(?:,?\s\d{5}\s\p{Lu}[\p{L}-]{1,30})?/giu,
  /(?<![\p{L}\p{N}])(?:[Cc]alle|[Cc]\/|[Aa]venida|[Aa]vda\.?|[Aa]v\.|[Pp]aseo|[Pp]laza|[Cc]amino|[Cc]arrera|Via|[Vv]iale|[Pp]iazza|[Cc]orso|[Rr]ua|[Tt]ravessa|[Pp]raca|[Ll]argo)\s(?:(?:de|del|de la|da|do|dos|das|della|di)\s)?\p{Lu}\p{Ll}[\p{L}'-]{0,30}(?:\s(?:de\s)?\p{Lu}\p{Ll}[\p{L}'-]{0,30}){0,3},?\s(?:n[o.]{1,2}\s?)?\d{1,5}[a-z]?(?![\p{L}\p{N}])(?:,?\s(?:\d{4,5}(?:-\d{3})?\s)?\p{Lu}\p{Ll}[\p{L}'-]{1,30}(?:,?\s(?:CEP\s)?\d{5}-?\d{3})?)?/gu,
  /(?<![\p{L}\p{N}])(?:ul|al|os|pl)\.\s(?:\p{Lu}[\p{L}-]{1,30}\s){1,3}\d{1,4}[a-z]?(?:\/\d{1,4})?(?:\s(?:m|lok)\.\s?\d{1,4})?(?:,?\s\d{2}-\d{3}\s\p{Lu}[\p{L}-]{1,30})?/gu,
  /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{1,30}(?:straat|laan|gracht|kade|plein|dijk|singel|vej|gade|gatan|vagen|veien|katu|tie|utca|ulica)\s\d{1,4}\s?-?\s?[A-Za-z]?(?![\p{L}\p{N}])(?:,?\s(?:\d{4}\s?[A-Z]{2}|\d{3}\s?\d{2}|\d{4,5})\s\p{Lu}[\p{L}-]{1,30})?/gu,
  /(?<![\p{L}\p{N}])\d{4}\s[A-Z]{2}\s(?=\p{Lu}\p{Ll})\p{Lu}[\p{L}-]{1,30}/gu,
  /(?<![\p{L}\p{N}])(?:p\.?\s?o\.?\s?box|postfach|apartado(?: de correos)?|caixa postal|boite postale)\s#?\d{1,7}/giu,
  /(?<![\p{L}\p{N}])(?:zip(?: ?code)?|post(?:al)? ?code|plz|codigo postal|code postal|cep)(?: is|:|\s)\s{0,2}(?<x>(?:\d{5}(?:-\d{3,4})?|\d{4}|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d))(?![\p{L}\p{N}])/giu,
  /(?<=[\p{L}],?\s)(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY])\s\d{5}(?:-\d{4})?(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}-])\d{1,2}-\d{1,2}(?:-\d{1,2})?,?\s\p{Lu}[\p{L}-]{1,20}(?:,\s\p{Lu}[\p{L}-]{1,20}){0,3},?\s\d{3}-\d{4}(?!\d)/gu,
  /(?<![\p{L}\p{N}.-])-?\d{1,2}\.\d{2,10}\s?°?\s?[NS],?\s{0,2}-?\d{1,3}\.\d{2,10}\s?°?\s?[EWO](?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:lat|latitude|lng|lon|long|longitude)\s?[:=]?\s?-?\d{1,3}\.\d{2,10}(?![\p{L}\p{N}])/giu,
  /(?<![\p{L}\p{N}.-])-?\d{1,2}\.\d{4,10}\s?,\s?-?\d{1,3}\.\d{4,10}(?![\p{L}\p{N}])/gu,
  /\d{3}-\d{4}\s?[\p{sc=Han}]{2,4}[都道府県][^\s]{2,40}/gu,
  /[\p{sc=Han}]{2,3}[都道府県][\p{sc=Han}\p{sc=Katakana}ー]{1,8}[市区郡町村][^\s、。]{1,30}\d{1,4}(?:[-−]\d{1,4}){0,2}/gu,
];
const LABELLED =
  /(?<![\p{L}\p{N}])(?:(?:home|postal|mailing|shipping|billing|delivery|street|my|our|work|office)\s(?:street )?address(?: is|:)|i live (?:at|on|in)|we live (?:at|on)|anschrift:|wohnhaft (?:in|at)|meine adresse(?: ist|:)|mi direccion(?: es|:)|mon adresse(?: est|:)|meu endereco(?: e|:))\s{1,2}(?!https?:|on\b|is\b|was\b|not\b|field\b|and\b|or\b)(?<x>(?=[^\n]{0,80}\d)[^\n.!?;]{5,120})/giu;

/** Street addresses, post boxes, postcodes behind their word, coordinates. */
export function addressSpans(text: string): Span[] {
  return [
    ...ADDRESSES.flatMap((pattern) => spansOf(text, pattern, 'address')),
    ...spansOf(text, LABELLED, 'address', ({ groups }) => !groups!.x!.includes('@')),
  ];
}
