import { error, type Files, type Finding, textOf, warning } from './finding.ts';
import { placesOf } from './locations.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Places whose icon is shown in a bar: an SVG with a viewBox, or a PNG of the inactive state. */
const WITH_ICON = ['top_bar', 'nav_bar', 'system_top_bar', 'ticket_editor'];
const LOGOS: [string, number][] = [
  ['assets/logo.png', 320],
  ['assets/logo-small.png', 128],
];
/** What an SVG of ours may not hold: Zendesk prunes it, and the icon changes. */
const UNSAFE = /<(script|foreignObject|iframe|use|animate|set|style|a)\b|\son\w+\s*=|javascript:|<!ENTITY/i;
const AFTER_END = /<\/svg>\s*\S/i;
const REFUSED_TYPES =
  'rar zip gzip gz pdf doc docx avi bin bz bz2 csh sh jar mp3 mpeg mpg odt pptx ppt xls xlsx 7z'.split(' ');
/** First bytes of what may hide behind another ending. */
const MAGIC: [string, number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['gzip', [0x1f, 0x8b]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
];

const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, i) => bytes[i] === byte);

/** Width and height of a PNG, or null where it is none. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < 24 || !startsWith(bytes, PNG)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

export function checkBanner(files: Files): Finding[] {
  const bytes = files.get('assets/banner.png');
  if (!bytes) return [];
  const size = pngSize(bytes);
  if (!size) return [error('banner.invalid_format', 'assets/banner.png is no PNG')];
  const isRight = [1, 2].some((times) => size.width === 830 * times && size.height === 200 * times);
  return isRight ? [] : [error('banner.invalid_size', `assets/banner.png is ${size.width} by ${size.height}`)];
}

export function checkSvgs(files: Files): Finding[] {
  const svgs = [...files].filter(([path]) => /^assets\/.*\.svg$/.test(path));
  return svgs.flatMap(([path, bytes]) => {
    const svg = textOf(bytes);
    if (/<image\b/i.test(svg))
      return [warning('bitmap_in_svg', `${path} holds a bitmap: a placeholder would stand for it`)];
    const isDirty = UNSAFE.test(svg) || AFTER_END.test(svg) || /^\s*<\?xml/.test(svg);
    return isDirty ? [warning('sanitised_svg', `${path} would be rewritten: it holds more than shapes`)] : [];
  });
}

export function checkMime(files: Files): Finding[] {
  return [...files].flatMap(([path, bytes]) => {
    const ending = path.split('.').at(-1)?.toLowerCase() ?? '';
    const hidden = MAGIC.find(([, start]) => startsWith(bytes, start))?.[0];
    const kind = REFUSED_TYPES.includes(ending) ? ending : hidden;
    return kind ? [error('unsupported_mime_type_detected', `${path} is a ${kind}`)] : [];
  });
}

/** What the upload asks for and Zendesk's validator doesn't look at: the logos and the icons of the bars. */
export function checkIcons(manifest: Record<string, unknown>, files: Files): Finding[] {
  const logos = LOGOS.flatMap(([path, side]) => {
    const bytes = files.get(path);
    const size = bytes ? pngSize(bytes) : null;
    const isRight = size?.width === side && size.height === side;
    return isRight ? [] : [error('mend_logo', `${path} must be a PNG of ${side} by ${side}`)];
  });
  const icons = placesOf(manifest)
    .filter(({ location }) => WITH_ICON.includes(location))
    .flatMap(({ location }) => {
      const svg = files.get(`assets/icon_${location}.svg`);
      const isThere = svg
        ? /<svg\b[^>]*\bviewBox\s*=/i.test(textOf(svg))
        : files.has(`assets/icon_${location}_inactive.png`);
      return isThere ? [] : [error('mend_icon', `${location} needs assets/icon_${location}.svg with a viewBox`)];
    });
  return [...logos, ...icons];
}
