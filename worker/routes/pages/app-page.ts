import type { Boot } from '../../../shared/viewer.ts';

/** The hash of an empty style element: styled-components makes one and fills it by CSSOM. Measured in Chromium. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The policy of an app's page. `frames` is a source list, or `'none'`. Tried in Chromium. */
export function pagePolicy(frames: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' https://static.zdassets.com/zendesk_app_framework_sdk/2.0/",
    `style-src 'self' ${EMPTY_STYLE}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors ${frames}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** The headers of every page that may be framed. No X-Frame-Options: the policy says who may frame it. */
export function pageHeaders(policy: string): Record<string, string> {
  return {
    'content-security-policy': policy,
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=15552000; includeSubDomains',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  };
}

/** The built page with the boot data in its head; null where the page has no head to hold it. */
export function withBoot(html: string, boot: Boot): string | null {
  const at = html.indexOf('</head>');
  if (at < 0) return null;
  return `${html.slice(0, at)}<script type="application/json" id="boot">${inScript(boot)}</script>${html.slice(at)}`;
}

/** JSON that ends no script element and no line of one. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
