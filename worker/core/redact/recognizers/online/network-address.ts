import type { Recognizer } from '../../recognizer.ts';
import { type Span, spansOf } from '../../span.ts';

const POINT = String.raw`(?: ?[\[({] ?(?:\.|dot|punkt|punto) ?[\])}] ?| (?:dot|punkt|punto|point) |\.| \. )`;
const IPV4 = new RegExp(String.raw`(?<![\p{L}\p{N}._-])\d{1,3}(?:${POINT}\d{1,3}){3}(?![\p{L}\p{N}_-]|\.\d)`, 'giu');
const IPV6 = /(?<![\p{L}\p{N}:.])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?![\p{L}\p{N}:])/giu;
const MAC = /(?<![\p{L}\p{N}:-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![\p{L}\p{N}:-])/giu;

/** Addresses that documentation speaks of: loopback, any, masks, gateways and edges of private nets, public resolvers. */
const KEPT_IPV4 =
  /^(?:127\.\d+\.\d+\.\d+|0\.0\.0\.0|255\.\d+\.\d+\.\d+|(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+)*\.(?:0|1|254|255)|169\.254\.169\.254|8\.8\.[48]\.[48]|1\.[01]\.[01]\.1|9\.9\.9\.9|224\.0\.0\.\d+)$/;
const VERSION_BEFORE =
  /(?:\b(?:v|ver|version|versions|release|releases|build|update|firmware|patch|upgrade|driver|rev|(?:upgraded?|updated?|downgraded?) (?:from|to))\.?:? {0,2}(?:to )?|[\p{L}]-)$/iu;

/** Network addresses of people and their devices, also written with "[.]" or "dot". Versions of four parts stay. */
function ipSpans(text: string): Span[] {
  const isAddress = (match: RegExpExecArray) => {
    const parts = match[0].match(/\d+/g)!;
    if (parts.some((part) => Number(part) > 255 || (part.length > 1 && part.startsWith('0')))) return false;
    if (KEPT_IPV4.test(parts.join('.'))) return false;
    return (
      !VERSION_BEFORE.test(text.slice(Math.max(0, match.index - 20), match.index)) ||
      /\bip/i.test(text.slice(Math.max(0, match.index - 20), match.index))
    );
  };
  return [
    ...spansOf(text, IPV4, 'ip', isAddress),
    ...spansOf(text, IPV6, 'ip', ({ 0: found }) => isIpv6(found)),
    ...spansOf(text, MAC, 'ip', ({ 0: found }) => /\d/.test(found) && !/^0{2}(?:[:-]0{2}){5}$/.test(found)),
  ];
}

function isIpv6(found: string): boolean {
  const groups = found.split(':').filter((group) => group !== '').length;
  if (/^(?:::1?|fe80::1?|2001:db8::\/?)$/i.test(found)) return false;
  return found.includes('::') ? groups >= 2 && found.split('::').length === 2 : groups === 8;
}

export const networkAddress: Recognizer = {
  name: 'network_address',
  kind: 'ip',
  countries: [],
  covers: 'addresses of people and devices in a network, but for those that documentation speaks of',
  find: ({ text }) => ipSpans(text),
};
