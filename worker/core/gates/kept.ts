import { Parser } from 'htmlparser2';
import { type Said, say } from '../../../shared/said/said.ts';
import { blocksOf } from '../html/blocks.ts';
import { linksAndImages } from '../html/normalize.ts';
import { shallow } from '../html/shallow.ts';

const COUNTED = ['table', 'tr', 'img', 'video', 'iframe', 'pre', 'a'] as const;
const WARNING =
  /(?<![\p{L}\p{N}])(?:warning|caution|danger|important|attention|note|never|do not|don't|must not|cannot be undone|irreversible|permanently|achtung|warnung|wichtig|vorsicht|hinweis|advertencia|precaución|importante|avertissement|attention|aviso|atenção|cuidado|警告|注意|重要)(?![\p{L}\p{N}])/iu;

/** How many elements of each tag a body holds. */
export function tagsIn(html: string): Map<string, number> {
  const tags = new Map<string, number>();
  const parser = new Parser({
    onopentag(name, attributes) {
      tags.set(name, (tags.get(name) ?? 0) + 1);
      for (const key of Object.keys(attributes)) {
        const isPlain = name === 'a' && key === 'href';
        if (!isPlain) tags.set(`${name} ${key}`, (tags.get(`${name} ${key}`) ?? 0) + 1);
      }
    },
  });
  parser.end(shallow(html));
  return tags;
}

/** What a base body has and the next one no longer: headings, warnings, tables, images, frames, links; cut to `most` characters. */
export function keptParts(base: string, next: string, most: number): Said[] {
  const lost: Said[] = [];
  const lose = (what: 'heading' | 'warning' | 'address' | 'element', text: string) =>
    lost.push(say(`lost.${what}`, { text: text.slice(0, most) }));
  const [before, after] = [blocksOf(base), blocksOf(next)];
  const texts = new Set(after.map((block) => block.text));
  for (const block of before) {
    if (/^h[1-6]$/.test(block.tag) && !texts.has(block.text)) lose('heading', block.text);
  }
  const warnings = (list: typeof before) => list.filter((block) => WARNING.test(block.text)).length;
  if (warnings(after) < warnings(before)) {
    const gone = before.find((block) => WARNING.test(block.text) && !texts.has(block.text));
    lose('warning', gone?.text ?? '');
  }
  const addresses = new Set(linksAndImages(next));
  for (const address of linksAndImages(base)) if (!addresses.has(address)) lose('address', address);
  const [tagsBefore, tagsAfter] = [tagsIn(base), tagsIn(next)];
  for (const tag of COUNTED) if ((tagsAfter.get(tag) ?? 0) < (tagsBefore.get(tag) ?? 0)) lose('element', tag);
  return lost;
}
