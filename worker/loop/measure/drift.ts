import type { Drift } from '../../../shared/measure/figure.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { added } from '../../core/measure/counts.ts';
import { driftOf } from '../../core/measure/drift.ts';
import { shifted } from '../../core/measure/local-days.ts';
import { driftNotice } from '../../core/notice/notice.ts';
import { localTime } from '../../core/publishing/deciding/local-time.ts';
import type { Ports } from '../ports/ports.ts';

/** Lately is four weeks; the time before it eight. Origin: a month against a season, as the backfill of twelve weeks holds them. */
const LATELY_DAYS = 28;
const BEFORE_DAYS = 56;

/** Of one kind is told once in so long. */
const SILENT_MS = LATELY_DAYS * DAY_MS;

/** Where the day's comparison is kept, with when each kind was told last (event time). */
const KEPT = 'drift';

interface Kept {
  day: string;
  drift: Drift[];
  told: Record<string, number>;
}

/** What drifted as of the last day that was counted; empty before the first time. */
export async function readDrift(ports: Pick<Ports, 'cursors'>, tenant: string): Promise<Drift[]> {
  return (await kept(ports, tenant))?.drift ?? [];
}

/** Once a local day compares the last weeks with those before, and tells people what rose. */
export async function noticeDrift(
  ports: Pick<Ports, 'activity' | 'cursors' | 'endings'>,
  tenant: string,
  now: number,
  timeZone: string,
): Promise<void> {
  const day = localTime(now, timeZone).date;
  const known = await kept(ports, tenant);
  if (known?.day === day) return;
  const rows = await ports.endings.days(tenant, shifted(day, -LATELY_DAYS - BEFORE_DAYS), shifted(day, -1));
  const since = shifted(day, -LATELY_DAYS);
  const drift = driftOf(
    added(rows.filter((row) => row.day < since).map((row) => row.counts)),
    added(rows.filter((row) => row.day >= since).map((row) => row.counts)),
  );
  const told = { ...known?.told };
  for (const one of drift) {
    const key = one.language ?? one.kind;
    if (told[key] !== undefined && now - told[key] < SILENT_MS) continue;
    told[key] = now;
    const notice = driftNotice(one, now);
    await ports.activity.add(tenant, {
      ...{ at: now, actor: 'mend', what: 'drift noticed', subject: key },
      ...{ reason: notice.text, notice },
    });
  }
  await ports.cursors.set(tenant, KEPT, JSON.stringify({ day, drift, told } satisfies Kept));
}

async function kept(ports: Pick<Ports, 'cursors'>, tenant: string): Promise<Kept | null> {
  const stored = await ports.cursors.get(tenant, KEPT);
  return stored === null ? null : (JSON.parse(stored) as Kept);
}
