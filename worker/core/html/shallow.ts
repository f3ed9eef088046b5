/** Elements open inside one another beyond which tags are dropped: no page of a help center comes near. Own choice. */
const MAX_DEPTH = 256;

const TAG = /<(\/?)([a-z][a-z0-9]{0,20})(?=[\s/>])[^<>]{0,4096}>/gi;

/** Elements that end by themselves: they hold nothing open. */
const UNCOUNTED: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option'.split(
    ' ',
  ),
);

/**
 * The same HTML, each byte at its place, with tags nested deeper than any page made into declarations, which no parser shows:
 * their text stays. Parsers take quadratic time on depth, so that half a megabyte of `<b>` would hold the isolate for seconds.
 */
export function shallow(html: string): string {
  let depth = 0;
  let dropped = 0;
  const isDeep = html.length > 3 * MAX_DEPTH;
  return isDeep
    ? html.replace(TAG, (tag: string, closing: string, name: string) => {
        if (UNCOUNTED.has(name.toLowerCase())) return tag;
        if (closing === '') {
          if (depth < MAX_DEPTH) {
            depth++;
            return tag;
          }
          dropped++;
          return unread(tag);
        }
        if (dropped > 0) {
          dropped--;
          return unread(tag);
        }
        depth = Math.max(0, depth - 1);
        return tag;
      })
    : html;
}

/** `<b>` as `<!>`, `</b>` as `<!b>`: as long as before. */
const unread = (tag: string): string => `<!${tag.slice(2)}`;
