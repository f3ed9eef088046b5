import type { Recognizer } from '../../recognizer.ts';
import { spansOf } from '../../span.ts';

const URL_TEXT = /(?<![\p{L}\p{N}@])(?:h(?:tt|xx)ps?|ftp|wss?|[a-z]{2,12}):\/\/[^\s<>"'`{}|\\^]{3,2000}/giu;
const BARE_URL = /(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}-]{1,63}\.){1,5}[a-z]{2,12}\/[^\s<>"'`{}|\\^]{3,2000}/giu;
const SECRET_PARAM =
  /[?&#;](?:[a-z0-9_-]{0,30}(?:token|secret|sig|signature|password|passwd|pwd|credential|session|jwt|otp|auth|api_?key|apikey)[a-z0-9_-]{0,20}=[^&#]{4,}|(?:key|sid|code|hash|invite|reset|magic|ticket|nonce|state|confirmation|verify|k|u|uid|user|userid|user_id|account|cid|pk|id|c|h|r)=(?=[a-z_-]{0,40}\d)(?=\d{0,40}[a-z_-])[^&#]{8,}|(?:[a-z_]{0,12}email|mail|e|phone|tel|name|firstname|lastname|full_?name|login|username)=[^&#]{3,})/i;
const SECRET_PATH =
  /\/(?:[a-z0-9_-]{0,30}(?:reset|invit|magic|verif|confirm|activat|unsubscri|recover|password|login|auth|token|share|signup|onetime|one-time|sso|set-?pw)[a-z0-9_-]{0,30})\/(?:[a-z]{1,20}\/){0,2}(?=[^/?#]{0,200}\d)[^/?#]{6,}/i;

/** A part of a path that no person wrote: long, with letters and digits in turn. Article ids and slugs are none. */
function hasKeyInPath(rest: string): boolean {
  return rest
    .split(/[/?#&=]/)
    .slice(1)
    .some((part) => {
      if (part.length < 16 || /^\d+(?:-[\p{L}\p{N}-]*)?$/u.test(part)) return false;
      const borders = part.match(/[a-z](?=[A-Z0-9])|[A-Z](?=[a-z0-9])|\d(?=[A-Za-z])/g)?.length ?? 0;
      return /\d/.test(part) && (borders / part.length >= 0.2 || /^[0-9a-f]{20,}$/i.test(part));
    });
}

/** Addresses that carry a secret or lead to a person: reset links, tokens in a query, credentials. */
export const link: Recognizer = {
  name: 'link_with_secret',
  kind: 'url_secret',
  countries: [],
  covers: 'links that carry a token, a credential, an address or a name',
  find({ text }) {
    const isSecret = ({ 0: url }: RegExpExecArray) => {
      const rest = url.replace(/^[a-z]{1,12}:\/\//i, '');
      return SECRET_PARAM.test(url) || SECRET_PATH.test(url) || /^[^/?#]{1,300}@/.test(rest) || hasKeyInPath(rest);
    };
    return [...spansOf(text, URL_TEXT, 'url_secret', isSecret), ...spansOf(text, BARE_URL, 'url_secret', isSecret)];
  },
};
