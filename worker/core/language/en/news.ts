import type { NewsWords } from '../news.ts';

/** How English releases tell of something new, and of something mended. */
export const NEWS: NewsWords = {
  launched:
    /(?<!\p{L})(?:new(?!\s+(?:customers?|users?|members?|employees?|hires?)\b)|introducing|announcing|launch(?:ed|ing|es)?|released?|now available|(?:you |users |everyone |\p{L}+s )?can now|now (?:lets|supports|offers|includes|possible)|added|adds|say hello|meet the)(?!\p{L})/iu,
  mended:
    /(?<!\p{L})(?:fix(?:e[sd]|ing)?|bug ?fix(?:es)?|resolved?|no longer (?:crash(?:es)?|fails?|freezes?)|crash(?:e[sd])?|faster|performance|improved? (?:speed|stability|loading|reliability)|outage|incident|maintenance|degraded)(?!\p{L})/iu,
};
