import { hostObjection } from '../../http/public-address.ts';
import { Invalid } from '../../loop/ports/errors.ts';

const PATH = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,99}){0,12}$/;
const LOOPBACK = /^http:\/\/127\.0\.0\.1:([1-9]\d{0,4})(?:\/[A-Za-z0-9_-]{1,40}){0,4}$/;

/**
 * The base URL of a model endpoint, without a slash at the end: https on port 443 of a public host name in lower-case
 * ASCII, with a plain path; no address instead of a name, no credentials, query, fragment or odd way of writing. With
 * `allowLoopback` (the sandbox) also `http://127.0.0.1:<port>`. Anything else is Invalid: nothing is ever sent there.
 */
export function modelBaseUrl(raw: string, options: { allowLoopback?: boolean } = {}): string {
  const loopback = LOOPBACK.exec(raw);
  if (loopback && options.allowLoopback && Number(loopback[1]) <= 65_535) return raw;
  const refuse = (why: string): never => {
    throw new Invalid(`the model endpoint ${why}`);
  };
  const parts = /^https:\/\/([^/?#]{1,260})(\/[^?#]{0,400})?$/.exec(raw);
  if (!parts) return refuse('must be an https address without query');
  const host = parts[1]!;
  const path = (parts[2] ?? '').replace(/\/$/, '');
  const objection = hostObjection(host);
  if (objection !== null) refuse(objection);
  if (!PATH.test(path)) refuse('has a path with odd signs');
  const url = new URL(`https://${host}${path}`);
  if (url.hostname !== host || url.port !== '') refuse('is written in an odd way');
  return `https://${host}${path}`;
}
