import { CHECKS, type Check, type Checklist } from '../../../shared/checklist.ts';
import { NotFound } from '../errors.ts';
import type { Ports } from '../ports.ts';
import { progressOf } from '../progress.ts';

/** Rows looked at for a delivered event. */
const RECENT_ROWS = 500;
/** What only time proves. */
const BY_TIME = new Set<Check['check']>(['backfill', 'publish_right', 'topics']);

type Found = Pick<Check, 'check' | 'state' | 'reason' | 'detail' | 'todo'> & Partial<Check>;

/**
 * The first-run checklist as far as what is stored can prove it: that the helpdesk lets us in, that events arrive, that
 * articles and the past were read, and that something was published. It asks the helpdesk nothing.
 */
export async function readChecklist(ports: Ports, tenantId: string): Promise<Checklist> {
  const tenant = await ports.tenants.find(tenantId);
  if (!tenant) throw new NotFound('this account is not connected');
  const articles = (await ports.articles.list(tenantId)).length;
  const found: Found[] = [
    tenant.state === 'auth_required'
      ? failed('token', 'token_refused', 'The helpdesk refused the stored access.', 'Connect the account again.')
      : articles > 0
        ? proved('token', 'It let us read.')
        : waiting('token', 'not_tried', 'Nothing was read yet.'),
    await eventCheck(ports, tenantId),
    articles > 0
      ? proved('articles', `${articles} articles are known.`)
      : waiting('articles', 'reading', 'No article was read yet.'),
    await publishCheck(ports, tenantId),
    await backfillCheck(ports, tenantId),
  ];
  const checkedAt = ports.wallClock.now();
  const checks = found
    .map((check): Check => ({ provedAt: null, progress: null, checkedAt, ...check }))
    .sort((a, b) => CHECKS.indexOf(a.check) - CHECKS.indexOf(b.check));
  const isReady = checks.every(({ check, state }) => state === 'proved' || BY_TIME.has(check));
  return { tenant: tenantId, vendor: tenant.vendor, state: tenant.state, isReady, checks };
}

const proved = (check: Check['check'], detail: string, provedAt: number | null = null): Found => ({
  ...{ check, detail, provedAt },
  state: 'proved',
  reason: 'ok',
  todo: null,
});
const waiting = (
  check: Check['check'],
  reason: Check['reason'],
  detail: string,
  todo: string | null = null,
): Found => ({
  ...{ check, reason, detail, todo },
  state: 'waiting',
});
const failed = (check: Check['check'], reason: Check['reason'], detail: string, todo: string): Found => ({
  ...{ check, reason, detail, todo },
  state: 'failed',
});

/** A row whose key is not our own came by a signed webhook: its key is the vendor's event id. */
async function eventCheck(ports: Ports, tenant: string): Promise<Found> {
  const rows = await ports.inbox.recent(tenant, RECENT_ROWS);
  const last = rows.find((row) => row.type === 'observe' && !row.key.startsWith('observe:'));
  return last
    ? proved('event', 'Events arrive.', last.receivedAt)
    : waiting(
        'event',
        'no_event',
        'No event has come yet.',
        'Answer any ticket publicly; its event should stand here within a minute.',
      );
}

async function publishCheck(ports: Ports, tenant: string): Promise<Found> {
  const done = (await ports.publications.list(tenant)).filter((p) => p.state === 'done');
  const last = done.at(-1);
  return last
    ? proved('publish_right', `${done.length} publications stand.`, last.at)
    : waiting('publish_right', 'first_publication', 'Nothing was published yet.');
}

async function backfillCheck(ports: Ports, tenant: string): Promise<Found> {
  const { backfill } = await progressOf(ports, tenant);
  if (!backfill) return waiting('backfill', 'not_tried', 'The past was not asked for yet.');
  const progress = { done: backfill.done, of: null, readTo: backfill.readTo };
  return backfill.isDone
    ? { ...proved('backfill', `${backfill.done} conversations of the past were read.`), progress }
    : { ...waiting('backfill', 'reading', `${backfill.done} conversations were read so far.`), progress };
}
