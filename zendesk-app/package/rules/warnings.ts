import { type Files, type Finding, isBlank, isObject, textOf, warning } from './finding.ts';

const SECRET_NAME = /token|key|pwd|password/i;
/** What looks like a secret in a file that anybody can read. The words of Zendesk's list; of its patterns the plain ones. */
const SECRETS: [string, RegExp][] = [
  ['a Slack token', /xox[baprs]-[0-9a-zA-Z-]{10,60}/],
  ['a private key', /-----BEGIN (RSA |EC |DSA |OPENSSH |PGP )?PRIVATE KEY/],
  ['an AWS key', /\bAKIA[0-9A-Z]{16}\b/],
  ['a GitHub token', /\bgh[pousr]_[0-9A-Za-z]{36}/],
  ['a Google key', /\bAIza[0-9A-Za-z_-]{35}\b/],
  [
    'a word for a secret',
    /\b(password|secret|secretToken|secret_token|auth_key|authKey|auth_pass|authPass|auth_user|AuthUser|api_key)\b/,
  ],
];

/** Settings that would be shown to every agent, or filled in for every account. */
export function checkSecureSettings({ parameters }: Record<string, unknown>): Finding[] {
  return (Array.isArray(parameters) ? parameters.filter(isObject) : []).flatMap((one) => {
    const { name, type = 'text', secure, scopes } = one;
    const told: string[] = [];
    if (type === 'text' && secure !== true && SECRET_NAME.test(String(name)))
      told.push('looks like a secret and is open');
    if ((secure === true || type === 'hidden') && !isBlank(one.default)) told.push('has a default that everybody gets');
    if (secure === true && (!Array.isArray(scopes) || scopes.length === 0)) told.push('is secure without scopes');
    return told.map((words) => warning('secure_settings', `parameter ${String(name)} ${words}`));
  });
}

export function checkRequests(files: Files): Finding[] {
  const pages = [...files].filter(([path]) => /\.(jsx?|html?)$/.test(path));
  return pages.flatMap(([path, bytes]) =>
    /\bhttp:\/\/(?!localhost\b)/.test(textOf(bytes))
      ? [warning('insecure_requests', `${path} names an address without encryption`)]
      : [],
  );
}

export function checkSecrets(files: Files): Finding[] {
  const readable = [...files].filter(([path]) => /\.(html?|xml|js|json)$/.test(path));
  return readable.flatMap(([path, bytes]) =>
    SECRETS.filter(([, pattern]) => pattern.test(textOf(bytes))).map(([what]) =>
      warning('application_secret', `${path} may hold ${what}`),
    ),
  );
}
