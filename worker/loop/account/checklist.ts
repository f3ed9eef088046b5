import { z } from 'zod';
import type { Check, Checklist, CheckName } from '../../../shared/checklist.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import type { Tenant } from '../../../shared/tenant.ts';
import type { Moment } from '../ports/messages.ts';
import type { Ports } from '../ports/ports.ts';
import { progressOf } from './progress.ts';
import { connectionStanding, type StoredCheck } from './stored-checks.ts';

const FROM_VENDOR: Record<Tenant['vendor'], CheckName[]> = {
  zendesk: ['token', 'scopes', 'webhook', 'help_center', 'publish_right'],
  intercom: ['token', 'scopes', 'help_center', 'publish_right'],
};

/** What only time proves: an admin has not to wait for it. */
const BY_TIME: CheckName[] = ['backfill', 'publish_right', 'topics'];

/** What each moment that was heard proves of Intercom's one subscription, which no API shows. */
const TOPICS: Partial<Record<Moment, string>> = {
  opened: 'conversation.user.created',
  changed: 'conversation.admin.replied',
  solved: 'conversation.admin.closed',
};

const placeSchema = z.looseObject({ page: z.string().nullable() });

/**
 * Everything a connection needs, each with how it stands, what to do and when it was proved. Reads the database alone, so
 * it may be asked often; what the helpdesk says of itself is as old as the last `repair`.
 */
export async function checklistOf(
  ports: Pick<Ports, 'articles' | 'cursors' | 'eventClock' | 'inbox'>,
  tenant: Tenant,
): Promise<Checklist> {
  const { checks: stored, webhookSince } = await connectionStanding(ports, tenant.id);
  const ofVendor = FROM_VENDOR[tenant.vendor].map((check) => asked(check, stored));
  const heard = await ports.inbox.heard(tenant.id, webhookSince);
  const checks: Check[] = [
    ...ofVendor,
    event(tenant, heard),
    ...(tenant.vendor === 'intercom' ? [topics(heard?.moments ?? [], heard?.at ?? null)] : []),
    await articles(ports, tenant.id),
    await past(ports, tenant.id),
  ];
  const isReady =
    tenant.state === 'active' && checks.every(({ check, state }) => state === 'proved' || BY_TIME.includes(check));
  return { tenant: tenant.id, vendor: tenant.vendor, state: tenant.state, isReady, checks };
}

function asked(check: CheckName, stored: StoredCheck[]): Check {
  const found = stored.find((one) => one.check === check);
  if (found) return { ...found, progress: null };
  const detail = say('check.notAsked');
  return { ...ofDatabase(check, 'waiting', 'not_tried', detail), checkedAt: null };
}

/** What the database tells: looked at now, so it was checked whenever it is read. */
function ofDatabase(check: CheckName, state: Check['state'], reason: Check['reason'], detail: Said): Check {
  return { check, state, reason, detail, todo: null, provedAt: null, checkedAt: null, progress: null };
}

function event({ vendor }: Tenant, heard: { at: number } | null): Check {
  if (heard) return { ...ofDatabase('event', 'proved', 'ok', say('check.event')), provedAt: heard.at };
  const waiting = ofDatabase('event', 'waiting', 'no_event', say('check.noEvent'));
  const todo = vendor === 'zendesk' ? say('todo.testEvent') : say('todo.message');
  return { ...waiting, todo };
}

function topics(moments: Moment[], at: number | null): Check {
  const wanted = Object.entries(TOPICS);
  const unseen = wanted.filter(([moment]) => !moments.some((one) => one === moment)).map(([, topic]) => topic);
  if (unseen.length === 0) return { ...ofDatabase('topics', 'proved', 'ok', say('check.events')), provedAt: at };
  return {
    ...ofDatabase('topics', 'waiting', 'topics_unseen', say('check.unseen', { names: { all: unseen } })),
    todo: say('todo.topics'),
  };
}

async function articles(ports: Pick<Ports, 'articles' | 'cursors'>, tenant: string): Promise<Check> {
  const stored = await ports.cursors.get(tenant, 'articles');
  const place = stored ? placeSchema.parse(JSON.parse(stored)) : null;
  const done = await ports.articles.count(tenant);
  const progress = { done, of: null, readTo: null };
  if (!place || place.page !== null) {
    const detail = place ? say('check.articlesSoFar', { count: done }) : say('check.articlesSoon');
    return { ...ofDatabase('articles', 'waiting', 'reading', detail), progress };
  }
  if (done === 0)
    return {
      ...ofDatabase('articles', 'waiting', 'nothing_there', say('check.noArticleRead')),
      todo: say('todo.first'),
      progress,
    };
  return { ...ofDatabase('articles', 'proved', 'ok', say('check.articles', { count: done })), progress };
}

async function past(ports: Pick<Ports, 'cursors' | 'eventClock' | 'inbox'>, tenant: string): Promise<Check> {
  const { backfill } = await progressOf(ports, tenant);
  if (!backfill) {
    const detail = say('check.pastLater');
    return ofDatabase('backfill', 'waiting', 'reading', detail);
  }
  const progress = { done: backfill.done, of: null, readTo: backfill.readTo };
  const detail = say(backfill.isDone ? 'check.past' : 'check.pastSoFar', { count: backfill.done });
  return {
    ...ofDatabase('backfill', backfill.isDone ? 'proved' : 'waiting', backfill.isDone ? 'ok' : 'reading', detail),
    progress,
  };
}
