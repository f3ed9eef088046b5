import { Invalid } from '../../loop/errors.ts';

const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$/;
const PATH = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,99}){0,12}$/;
const LOOPBACK = /^http:\/\/127\.0\.0\.1:([1-9]\d{0,4})(?:\/[A-Za-z0-9_-]{1,40}){0,4}$/;

/** Names that lead nowhere public. Source: IANA special-use domain names, and what routers and clouds answer to. */
const PRIVATE_ENDINGS = (
  'localhost local localdomain internal intranet private corp home lan domain test invalid example onion arpa alt ' +
  'home.arpa example.com example.net example.org consul cluster svc kube docker'
).split(' ');

/** Public names whose answer is whatever address stands in the name, or is this machine's. */
const REBINDING_ENDINGS = (
  'nip.io sslip.io xip.io xip.name localtest.me lvh.me vcap.me traefik.me lacolhost.com yoogle.com ' +
  'local.gd localho.st rbndr.us 1u.ms nip.network backname.io'
).split(' ');

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
  if (!HOST.test(host)) refuse('must have a public host name in lower-case ASCII, without port or credentials');
  if (isUnder(host, PRIVATE_ENDINGS) || isUnder(host, REBINDING_ENDINGS)) refuse('has a host that is not public');
  if (/(?:^|\.)(?:0x[0-9a-f]{1,8}|\d{1,3}[.-]\d{1,3}[.-]\d{1,3}[.-]\d{1,3})(?:\.|-|$)/.test(host))
    refuse('has an address in its name');
  if (/^(?:metadata|instance-data|kubernetes)\./.test(host)) refuse('is a metadata service');
  if (!PATH.test(path)) refuse('has a path with odd signs');
  const url = new URL(`https://${host}${path}`);
  if (url.hostname !== host || url.port !== '') refuse('is written in an odd way');
  return `https://${host}${path}`;
}

const isUnder = (host: string, endings: readonly string[]): boolean =>
  endings.some((ending) => host === ending || host.endsWith(`.${ending}`));
