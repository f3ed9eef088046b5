const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$/;

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
 * Why a host is not one that anything may be sent to, in words that follow its owner's name; null for a public host name
 * in lower-case ASCII. An address instead of a name, a name that leads inside and one that says an address are refused.
 */
export function hostObjection(host: string): string | null {
  if (!HOST.test(host)) return 'must have a public host name in lower-case ASCII, without port or credentials';
  if (isUnder(host, PRIVATE_ENDINGS) || isUnder(host, REBINDING_ENDINGS)) return 'has a host that is not public';
  if (/(?:^|\.)(?:0x[0-9a-f]{1,8}|\d{1,3}[.-]\d{1,3}[.-]\d{1,3}[.-]\d{1,3})(?:\.|-|$)/.test(host))
    return 'has an address in its name';
  return /^(?:metadata|instance-data|kubernetes)\./.test(host) ? 'is a metadata service' : null;
}

const isUnder = (host: string, endings: readonly string[]): boolean =>
  endings.some((ending) => host === ending || host.endsWith(`.${ending}`));
