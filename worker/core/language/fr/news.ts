import type { NewsWords } from '../news.ts';

/** How French releases tell of something new, and of something mended. */
export const NEWS: NewsWords = {
  launched:
    /(?<!\p{L})(?:nouveau(?:x|tés?)?|nouvelles?|désormais|dès maintenant|maintenant disponibles?|vous pouvez maintenant|ajout(?:é|ée|és|ées|ons)?|lancement|nous lançons|découvrez)(?!\p{L})/iu,
  mended:
    /(?<!\p{L})(?:corrig(?:é|ée|és|ées|e)|correction(?:s)?|résolu(?:e|s|es)?|plantages?|plus rapides?|performances?|incident|panne|maintenance)(?!\p{L})/iu,
};
