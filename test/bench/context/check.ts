import { Webhook } from 'standardwebhooks';
import { askEndpoint, MAX_BYTES, TIMEOUT_MS } from '../../../worker/context/endpoint.ts';
import { newWebhookSecret } from '../../../worker/crypto/webhook-secret.ts';
import { publicUrl } from '../../../worker/http/public-url.ts';

export interface Finding {
  isRight: boolean;
  what: string;
}

/** Past the five minutes that a signature may be old. */
const OLD_MS = 3_600_000;

/** What an endpoint does right and wrong, asked as the worker asks it and as nobody may. Never throws for what it answers. */
export async function checkEndpoint(how: {
  url: string;
  secret: string;
  customer: { id: string; email: string };
  isLocal: boolean;
}): Promise<Finding[]> {
  const findings: Finding[] = [];
  const say = (isRight: boolean, what: string) => findings.push({ isRight, what });
  let url: string;
  try {
    url = publicUrl(how.url, 'the address', { allowLoopback: how.isLocal });
    say(true, 'the address is one that Mend asks');
  } catch (error) {
    return [{ isRight: false, what: messageOf(error) }];
  }
  const now = Date.now();
  const customer = {
    helpdeskId: how.customer.id,
    email: how.customer.email,
    organization: null,
    conversation: { id: 'check', at: now },
  };
  const signed = { url, secret: how.secret, now, send: fetch };
  try {
    const started = Date.now();
    const { facts, maxAgeMs } = await askEndpoint(signed, customer);
    const took = Date.now() - started;
    say(true, `a signed question was answered in ${took} ms (at most ${TIMEOUT_MS}) and ${MAX_BYTES} bytes`);
    if (facts === null)
      say(true, `404: it knows no customer ${how.customer.email}; name one that it knows with --email or --id`);
    else say(true, `the answer has the form: ${Object.keys(facts).join(', ')}; used for ${maxAgeMs / 1_000} s`);
  } catch (error) {
    say(false, messageOf(error));
  }
  const nobody = { ...customer, helpdeskId: '0', email: `nobody-${now}@example.org` };
  try {
    const { facts } = await askEndpoint(signed, nobody);
    say(facts === null, facts === null ? 'a customer nobody knows is a 404' : 'a customer nobody knows got an answer');
  } catch (error) {
    say(false, `a customer nobody knows: ${messageOf(error)}`);
  }
  say(...(await isRefused('a question with another signature', url, newWebhookSecret(), now)));
  say(...(await isRefused('a question signed an hour ago', url, how.secret, now - OLD_MS)));
  return findings;
}

async function isRefused(what: string, url: string, secret: string, at: number): Promise<[boolean, string]> {
  const body = JSON.stringify({ version: 1, customer: { helpdesk_id: '1', email: null, organization: null } });
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      body,
      headers: {
        'content-type': 'application/json',
        'webhook-id': `check_${at}`,
        'webhook-timestamp': String(Math.floor(at / 1_000)),
        'webhook-signature': new Webhook(secret).sign(`check_${at}`, new Date(at), body),
      },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const isRight = response.status === 401 || response.status === 403;
    return [isRight, `${what} is ${isRight ? 'refused' : 'not refused'} (${response.status})`];
  } catch (error) {
    return [false, `${what}: ${messageOf(error)}`];
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
