import { Invalid } from '../loop/ports/errors.ts';
import { hostObjection } from './public-address.ts';

const ADDRESS =
  /^https:\/\/([^/?#@\\\s]{1,260})(\/[\w.~%!$&'()*+,;=:@/-]{0,1000})?(\?[\w.~%!$&'()*+,;=:@/?-]{0,1000})?$/;
const LOOPBACK = /^http:\/\/127\.0\.0\.1:([1-9]\d{0,4})(?:\/[\w-]{1,40}){0,4}$/;

/**
 * An address that requests may go to, as `whose` calls it: https on port 443 of a public host, without credentials or fragment, written as it
 * is read. With `allowLoopback` (the sandbox) also `http://127.0.0.1:<port>`. Anything else is Invalid.
 */
export function publicUrl(raw: string, whose: string, options: { allowLoopback?: boolean } = {}): string {
  const loopback = LOOPBACK.exec(raw);
  if (loopback && options.allowLoopback && Number(loopback[1]) <= 65_535) return raw;
  const refuse = (why: string): never => {
    throw new Invalid(`${whose} ${why}`);
  };
  const host = ADDRESS.exec(raw)?.[1] ?? refuse('must be an https address on a public host');
  const objection = hostObjection(host);
  if (objection !== null) refuse(objection);
  const url = new URL(raw);
  if (url.hostname !== host || url.port !== '' || (url.href !== raw && url.href !== `${raw}/`))
    refuse('is written in an odd way');
  return url.href;
}
