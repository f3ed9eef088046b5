import type { Zendesk } from '../zendesk/driver.ts';
import type { AppAnswer, AppRequest } from './contract.ts';

const FORBIDDEN_HOST: AppAnswer = {
  status: 403,
  headers: { 'content-type': 'application/json' },
  text: JSON.stringify({ error: 'Domain not in domainWhitelist' }),
};

/** `client.request` of an app: the account's own API as the person who is looking; other hosts were never allowed. */
export async function appRequest(zendesk: Zendesk, user: number, request: AppRequest): Promise<AppAnswer> {
  if (!request.url.startsWith('/api/')) return FORBIDDEN_HOST;
  const method = (request.type ?? 'GET').toUpperCase();
  const { accessToken } = zendesk.issueToken({ user });
  const hasBody = method !== 'GET' && request.data !== undefined;
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': request.contentType ?? 'application/json' };
  const body = typeof request.data === 'string' ? request.data : JSON.stringify(request.data);
  const url = new URL(request.url, `https://${zendesk.account.subdomain}.zendesk.com`);
  const response = await zendesk.fetch(new Request(url, { method, headers, ...(hasBody ? { body } : {}) }));
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}
