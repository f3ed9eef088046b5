import { Hono } from 'hono';
import type { Role } from '../../../../shared/viewer.ts';
import { type Cell, csvOf } from '../../../core/console/csv.ts';
import { readArticles } from '../../../loop/console/articles.ts';
import { readGaps } from '../../../loop/console/gaps.ts';
import { readQueue } from '../../../loop/console/queue.ts';
import { readRunning } from '../../../loop/console/running.ts';
import { readFigures } from '../../../loop/measure/read-figures.ts';
import { NotFound } from '../../../loop/ports/errors.ts';
import type { Ports } from '../../../loop/ports/ports.ts';
import type { Services } from '../../services.ts';
import type { AppEnv } from '../viewer.ts';

/** Entries of the activity log that are exported at most: the latest. */
const MAX_ACTIVITY = 10_000;

type Row = Record<string, Cell>;
const day = (at: number): string => new Date(at).toISOString();

/** Each table as flat rows of what the person may read; none holds anybody's own words: reasons and glimpses stay here. */
export const EXPORTED: Record<string, (ports: Ports, tenant: string, role: Role) => Promise<Row[]>> = {
  review: async (ports, tenant, role) =>
    (await readQueue(ports, tenant, role)).items.map(({ worth, createdAt, assignee, glimpse: _, ...item }) => ({
      ...item,
      createdAt: day(createdAt),
      assignee: assignee?.name ?? null,
      preventedPerWeek: worth.prevented,
      reviewSeconds: worth.seconds,
    })),
  gaps: async (ports, tenant) =>
    (await readGaps(ports, tenant)).map(({ impact, assignee, openedAt, updatedAt, weeks, ...gap }) => ({
      ...gap,
      openedAt: day(openedAt),
      updatedAt: day(updatedAt),
      impact: impact.score,
      customers: impact.customers,
      organizations: impact.organizations,
      perWeek: impact.perWeek,
      thisWeek: weeks.at(-1) ?? 0,
      assignee: assignee?.name ?? null,
    })),
  articles: async (ports, tenant, role) =>
    (await readArticles(ports, tenant, role)).map(({ updatedAt, ...article }) => ({
      ...article,
      updatedAt: day(updatedAt),
    })),
  activity: async (ports, tenant) =>
    (await ports.activity.list(tenant, MAX_ACTIVITY)).map(({ at, actor, what, subject, reason }) => ({
      at: day(at),
      ...{ actor, what, subject },
      code: reason.code,
    })),
  figures: async (ports, tenant) =>
    (await readFigures(ports, tenant, { period: 'month', category: null })).figures.flatMap(
      ({ id, unit, all, periods, byAge, byCategory, byReason }) =>
        [
          ...[{ of: 'all', at: '', ...all }],
          ...periods.map((one) => ({ of: 'month', ...one })),
          ...byAge.map((one) => ({ of: 'age', ...one })),
          ...byCategory.map((one) => ({ of: 'section', ...one })),
          ...byReason.map((one) => ({ of: 'reason', ...one })),
        ].map((one) => ({ figure: id, unit, ...one })),
    ),
  'dead-letters': async (ports, tenant) =>
    (await readRunning(ports, tenant)).deadLetters.map(({ at, ...letter }) => ({ ...letter, at: day(at) })),
};

/** `GET /export/TABLE.csv` and `.json`: review, gaps, articles, activity, figures, dead-letters. */
export function consoleExportRoutes({ ports }: Services): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.get('/export/:file{[a-z-]+\\.(csv|json)}', async (c) => {
    const [table = '', format] = c.req.param('file').split('.');
    const read = Object.hasOwn(EXPORTED, table) ? EXPORTED[table] : undefined;
    if (!read) throw new NotFound(`there is no table ${table}`);
    const rows = await read(ports, c.get('viewer').tenant, c.get('viewer').role);
    const headers = {
      'content-disposition': `attachment; filename="mend-${table}.${format}"`,
      'cache-control': 'no-store',
    };
    if (format === 'json') return c.json(rows, 200, headers);
    const columns = Object.keys(rows[0] ?? {});
    const csv = csvOf(
      columns,
      rows.map((row) => columns.map((column) => row[column] ?? null)),
    );
    return c.body(csv, 200, { ...headers, 'content-type': 'text/csv; charset=utf-8' });
  });
  return routes;
}
