import type { NewsWords } from '../news.ts';

/** How German releases tell of something new, and of something mended. */
export const NEWS: NewsWords = {
  launched:
    /(?<!\p{L})(?:neu(?:e[rsmn]?)?:?|ab sofort|jetzt verfügbar|können (?:Sie|Nutzer|alle|\p{L}+) (?:jetzt|nun)|(?:jetzt|nun) (?:können|kann|möglich|gibt es)|eingeführt|führen wir|hinzugefügt|wir stellen vor)(?!\p{L})/iu,
  mended:
    /(?<!\p{L})(?:behoben|behebt|korrigiert|fehlerbehebung(?:en)?|abst[uü]rz(?:t|e|te)?|absturz|schneller|leistung|störung|wartung)(?!\p{L})/iu,
};
