import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';
import type { SurveyLinks } from '../loop/ports/surveys.ts';
import { fromBase64Url, toBase64Url, utf8 } from './bytes.ts';
import { hmac } from './hmac.ts';

/** A link is good for so long after it was made: who has not answered by then remembers too little. Stated. */
const GOOD_FOR_MS = 14 * DAY_MS;

/** Bytes of the signature: an HMAC cut to 128 bits (RFC 2104, section 5), so that the link fits 255 signs, which is all an attribute of Intercom holds. */
const SIGNATURE_BYTES = 16;

const SEPARATOR = '\n';

/** Links to the survey under a key of their own, led from the sealing key. Wall time. */
export function createSurveyLinks(
  sealKey: Parameters<typeof hmac>[1],
  publicUrl: string,
  now: () => number,
): SurveyLinks {
  const prefix = `${publicUrl}/survey/`;
  const signed = async (text: string) => {
    const key = await hmac('SHA-256', sealKey, utf8('links to the survey, v1'));
    return toBase64Url((await hmac('SHA-256', key, utf8(text))).slice(0, SIGNATURE_BYTES));
  };
  return {
    prefix,
    async link({ tenant, conversationId, language }) {
      const until = Math.ceil((now() + GOOD_FOR_MS) / MINUTE_MS).toString(36);
      const text = [tenant, conversationId, language, until].join(SEPARATOR);
      return `${prefix}${toBase64Url(utf8(text))}.${await signed(text)}`;
    },
    async opened(token) {
      const [body = '', signature = '', ...more] = token.split('.');
      const bytes = fromBase64Url(body);
      if (more.length > 0 || !bytes) return null;
      const text = new TextDecoder().decode(bytes);
      if (!isSame(signature, await signed(text))) return null;
      const [tenant, conversationId, language, until] = text.split(SEPARATOR);
      if (!tenant || !conversationId || language === undefined || !until) return null;
      return Number.parseInt(until, 36) * MINUTE_MS >= now() ? { tenant, conversationId, language } : null;
    },
  };
}

/** Compared to the last sign, whatever the first. */
function isSame(a: string, b: string): boolean {
  let differs = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) differs |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return differs === 0;
}
