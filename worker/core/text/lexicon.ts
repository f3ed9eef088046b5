import { LEXICON } from './lexicon-data.ts';
import { stem, tokens } from './words.ts';

const groupsOf = new Map<string, number[]>();
LEXICON.forEach((line, group) => {
  for (const member of line.split(',')) {
    const key = tokens(member).map(stem).join(' ');
    if (!key) continue;
    const known = groupsOf.get(key);
    if (known) {
      if (!known.includes(group)) known.push(group);
    } else groupsOf.set(key, [group]);
  }
});

/** Longest member phrase, in tokens. */
const MAX_PHRASE = Math.max(...Array.from(groupsOf.keys(), (key) => key.split(' ').length));

/** The names of the lexicon's groups that a text speaks of, in order of occurrence, repeats kept; the longest phrase wins. */
export function conceptsOf(text: string): string[] {
  const stems = tokens(text).map(stem);
  const found: string[] = [];
  for (let i = 0; i < stems.length; ) {
    let taken = 1;
    for (let size = Math.min(MAX_PHRASE, stems.length - i); size >= 1; size--) {
      const groups = groupsOf.get(stems.slice(i, i + size).join(' '));
      if (!groups) continue;
      for (const group of groups) found.push(`c${group}`);
      taken = size;
      break;
    }
    i += taken;
  }
  return found;
}
