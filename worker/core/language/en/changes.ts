const CHANGED =
  'raised|increased|reduced|lowered|decreased|extended|shortened|changed|renamed|moved|replaced|updated|switched';
const VALUE = String.raw`(?:\*\*|"|“|\x60)?(.{1,400}?)(?:\*\*|"|”|\x60)?`;
const END = String.raw`(?=[.;:]?\s*$|[.;:,]\s|\s+(?:in|since|as of|starting|with|for|on)\s)`;
/** A number with a word beside it, for what is told without a verb of change. */
const NUMBERED = String.raw`(\d[\d.,]*(?:\s+\p{L}+)?)`;
const BEGIN = String.raw`(?:^|[:;,.]\s+)(?:the\s+)?`;

/** How English tells that one thing took another's place; `isNewFirst` where it names the new one first. */
export const CHANGE_PATTERNS: readonly { pattern: RegExp; isNewFirst?: true }[] = [
  { pattern: new RegExp(String.raw`\b(?:${CHANGED})\b[^.]*?\bfrom\s+${VALUE}\s+to\s+${VALUE}${END}`, 'iu') },
  { pattern: new RegExp(String.raw`\brename(?:d|s)?\s+(?:the\s+)?${VALUE}\s+to\s+${VALUE}${END}`, 'iu') },
  {
    pattern: new RegExp(
      String.raw`${BEGIN}${VALUE}\s+(?:was|is|has been)\s+(?:now\s+)?(?:renamed(?: to)?|called|replaced (?:by|with))\s+(?:the\s+)?${VALUE}${END}`,
      'iu',
    ),
  },
  {
    pattern: new RegExp(String.raw`${BEGIN}${VALUE}\s+(?:now\s+)?replaces\s+(?:the\s+)?${VALUE}${END}`, 'iu'),
    isNewFirst: true,
  },
  { pattern: new RegExp(String.raw`\b${NUMBERED}\s+instead of\s+(?:the\s+)?${VALUE}${END}`, 'iu'), isNewFirst: true },
];

/** What a part of a screen is called besides its name: "the Access tab" is shown as "Access". */
export const SHOWN_AS = /^(.*\S)\s+(?:tab|button|menu|page|section|field|option|setting|role|screen|step)$/iu;
