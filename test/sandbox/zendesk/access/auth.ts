import type { Route } from '../api.ts';
import { forbidden, invalidToken, notAuthenticated } from '../errors.ts';
import type { User } from '../records.ts';
import type { Grant, OAuth } from './oauth.ts';

/** The grant of `Authorization: Bearer`; API tokens and passwords are not offered to public apps. */
export function bearer(oauth: OAuth, header: string | undefined): Grant {
  const match = /^Bearer (\S+)$/i.exec(header ?? '');
  if (match === null) throw notAuthenticated();
  const grant = oauth.grantOf(match[1] ?? '');
  if (grant === undefined) throw invalidToken();
  return grant;
}

/** `read` covers GET, `write` the other methods; `tickets:read` narrows either to a resource. Else 403. */
export function requireScope(scopes: readonly string[], route: Route, viewer: User): void {
  const access = route.method === 'GET' ? 'read' : 'write';
  if (route.resource !== 'any') {
    const sufficient = route.resource === null ? [access] : [access, `${route.resource}:${access}`];
    const isGranted = sufficient.some((scope) => scopes.includes(scope));
    if (!isGranted) throw forbidden(`Missing the following required scopes: ${sufficient.join(', ')}`);
  }
  if (viewer.isSuspended || !viewer.isActive) throw forbidden();
  if (route.role === 'admin' && viewer.role !== 'admin') throw forbidden();
  if (route.role === 'agent' && viewer.role === 'end-user') throw forbidden();
}
