import type { StoredFix } from '../../../shared/gap.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { EDIT_REST_MS, freeAt } from '../../core/publishing/deciding/caps.ts';
import { quietUntil } from '../../core/publishing/deciding/quiet-hours.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { Ports } from '../ports/ports.ts';
import { articlesOf, type TargetText } from './target-text.ts';

/** A place that is not used is free again after this (wall). Own choice: no write takes longer. */
export const RESERVATION_MS = 15 * MINUTE_MS;

/** A place that frees itself at an unknown time is looked for again after this (event time). */
const LOOK_AGAIN_MS = 15 * MINUTE_MS;

/** Until when (event time) something waits, and why. */
export interface Wait {
  until: number;
  why: Said;
}

/**
 * Takes a place under the caps for a publication that nobody approved, in one statement: of many that want the last one,
 * one gets it. Null where it was taken; else until when to wait, since quiet hours or the caps speak against it.
 */
export async function reserve(
  ports: Pick<Ports, 'reservations' | 'tenants' | 'wallClock'>,
  tenant: string,
  fix: StoredFix,
  publicationId: string,
  at: number,
): Promise<Wait | null> {
  const { autoPublish, timeZone } = await ports.tenants.policy(tenant);
  const quiet = quietUntil(at, autoPublish.quietHours, timeZone);
  if (quiet !== null) return { until: quiet, why: say('wait.quiet') };
  const articles = articlesOf(fix);
  const wallNow = ports.wallClock.now();
  const caps = { maxPerHour: autoPublish.maxPerHour, maxPerDay: autoPublish.maxPerDay };
  const wish = { fixId: fix.id, publicationId, articles, at, wallNow, expiresAt: wallNow + RESERVATION_MS, ...caps };
  const { isTaken, others } = await ports.reservations.reserve(tenant, wish);
  if (isTaken) return null;
  const until = freeAt(others, { at, articles }, caps);
  return {
    until: until > at ? until : at + LOOK_AGAIN_MS,
    why: say('wait.limits'),
  };
}

/** Until when a text that a person edited lately is left alone; null where none was. */
export async function restAfterEdit(
  helpdesk: Helpdesk,
  targets: readonly TargetText[],
  at: number,
): Promise<Wait | null> {
  const articles = targets.flatMap(({ live }) => (live?.in === 'article' ? [live.article] : []));
  const recent = articles.filter((live) => live.updatedAt > at - EDIT_REST_MS);
  if (recent.length === 0) return null;
  const own = await helpdesk.ownUserId();
  const edited = recent.filter((live) => live.updatedBy !== own).map((live) => live.updatedAt);
  if (edited.length === 0) return null;
  return { until: Math.max(...edited) + EDIT_REST_MS, why: say('wait.edited') };
}
