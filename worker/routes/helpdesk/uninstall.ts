import { Hono } from 'hono';
import { uninstall } from '../../loop/account/uninstall.ts';
import { boundedBody, inTime } from '../body.ts';
import type { Services } from '../services.ts';

const MAX_BYTES = 16 * 1024;
/** The vendor is asked about a workspace once in this time, however many say that it left. */
const ASKED_AGAIN_MS = 60_000;
const MAX_ASKED = 1_000;

/**
 * `POST /uninstall/intercom`: the Developer Hub's uninstall address. The request is not known to be signed, so it is a hint:
 * the workspace is disconnected where Intercom itself refuses our token, and only then. Always a success; 503 where Intercom
 * could not be asked, to be sent again.
 */
export function uninstallRoutes({ ports, isIntercomGone, leave }: Services): Hono {
  const routes = new Hono();
  const asked = new Map<string, number>();
  routes.post(
    '/intercom',
    boundedBody({ maxSize: MAX_BYTES, onError: (c) => c.json({ error: 'too large' }, 413) }),
    async (c) => {
      const tenant = isIntercomGone.named(await inTime(c.req.json()).catch(() => null));
      const known = tenant === null ? null : await ports.tenants.find(tenant);
      const now = ports.wallClock.now();
      if (!known || known.state === 'closing' || now - (asked.get(known.id) ?? 0) < ASKED_AGAIN_MS)
        return c.json({ status: 'ignored' });
      if (asked.size >= MAX_ASKED) asked.clear();
      asked.set(known.id, now);
      if (!(await isIntercomGone.confirmed(known.id))) return c.json({ status: 'ignored' });
      await uninstall(ports, leave, known.id, 'intercom', 'the app was uninstalled in Intercom');
      return c.json({ status: 'disconnected' });
    },
  );
  return routes;
}
