import { asWritten } from '../../../shared/said/said.ts';
import type { Env } from '../../../worker/env.ts';
import { seeded } from '../../core/random.ts';
import type { Fault } from '../../sandbox/faults.ts';
import { API_TOKEN } from '../../sandbox/mend/mend.ts';
import { drive, recover } from './drive.ts';
import { ackedTooEarly, type Broken, brokenInvariants, fingerprint } from './invariants.ts';
import type { Failpoint } from './isolate.ts';
import type { Plant } from './planted.ts';
import { createScene, placeFix, playTickets, type Scene } from './scene.ts';

export type Path = 'publish' | 'ingest';
export interface Ended {
  isKilled: boolean;
  passed: Map<string, number>;
  broken: Broken[];
}

/** Exports give nothing of their last minute. */
const EXPORT_LAG_MS = 10 * 60_000;

export const PUT = '/api/v2/help_center/articles/*/translations/*';
const REPLY_PUT = '/api/v2/macros/*';
/** Share of the runs in which the vendor fails too: in the others the kill is certain to be reached. */
const FAULTY_SHARE = 0.4;

const VENDOR_FAULTS: Fault[] = [
  { kind: '5xx', path: PUT, method: 'PUT', times: 1 },
  { kind: 'timeout-after-applying', path: PUT, method: 'PUT', times: 1 },
  { kind: 'reset', path: PUT, method: 'PUT', times: 1 },
  { kind: '5xx', path: REPLY_PUT, method: 'PUT', times: 1 },
  { kind: 'timeout-after-applying', path: REPLY_PUT, method: 'PUT', times: 1 },
  { kind: '429', path: '/api/v2/**', times: 1, retryAfterSeconds: 1 },
  {
    kind: 'human-edit-between',
    path: PUT,
    method: 'PUT',
    times: 1,
    edit: (body) => `${body}<p>Checked by a person.</p>`,
  },
];

/** Plays one path in a fresh tenant, killed at the failpoint and with a fault of the vendor by the seed, and recovers. */
export async function faultRun(
  env: Env,
  path: Path,
  failpoint: Failpoint | null,
  run: number,
  seed: number,
  plant: Plant | null = null,
): Promise<Ended> {
  const random = seeded(seed * 7919 + 13);
  const scene = await createScene(env, run, plant);
  try {
    const strangers = await fingerprint(scene);
    const isFaulty = seed > 0 && random() < FAULTY_SHARE;
    const fault = isFaulty ? (VENDOR_FAULTS[Math.floor(random() * VENDOR_FAULTS.length)] ?? null) : null;
    const { passed, isKilled, accepted } =
      path === 'publish'
        ? await publishing(scene, failpoint, fault)
        : await ingesting(scene, failpoint, fault, 1 + Math.floor(random() * 3));
    const early = isKilled ? await ackedTooEarly(scene) : [];
    scene.zendesk.webhooks.config({ times: 1 });
    const isolate = await recover((skew) => scene.start(null, skew), scene.tenant, 2);
    if (path === 'publish') await approveAgain(scene);
    await recover((skew) => scene.start(null, 60 * 60_000 + skew), scene.tenant, 2);
    const broken = [...early, ...(await brokenInvariants(scene, accepted, strangers))];
    await isolate.ports.tenants.setState(scene.tenant, 'closing', asWritten('the run is over'));
    return { isKilled, passed, broken };
  } finally {
    await scene.close();
  }
}

async function publishing(scene: Scene, failpoint: Failpoint | null, fault: Fault | null) {
  const tickets = playTickets(scene, true);
  scene.clock.now += EXPORT_LAG_MS;
  await drive(scene.isolate, scene.tenant);
  const fix = await placeFix(scene, tickets);
  if (fault) scene.zendesk.faults.set(fault);
  const isolate = scene.start(failpoint, 0);
  await Promise.race([approve(scene, fix.patchHash, fix.baseHash), isolate.killed]);
  if (!isolate.isKilled()) await drive(isolate, scene.tenant);
  return { passed: isolate.passed, isKilled: isolate.isKilled(), accepted: new Set<string>() };
}

async function ingesting(scene: Scene, failpoint: Failpoint | null, fault: Fault | null, times: number) {
  await drive(scene.isolate, scene.tenant);
  if (fault) scene.zendesk.faults.set({ ...fault, path: '/api/v2/**', method: 'GET' });
  playTickets(scene, false);
  scene.zendesk.webhooks.config({ times, reorder: 0.5 });
  const isolate = scene.start(failpoint, 0);
  void isolate.killed.then(() => scene.start(null, 0));
  const deliveries = await scene.zendesk.flushWebhooks({ maxInFlight: 4 });
  const accepted = new Set(deliveries.filter((d) => d.isDelivered && d.type.includes('ticket')).map((d) => d.eventId));
  if (!isolate.isKilled()) await drive(isolate, scene.tenant);
  return { passed: isolate.passed, isKilled: isolate.isKilled(), accepted };
}

export async function approve(
  scene: Scene,
  patchHash: string,
  baseHash: string | null,
  fixId = scene.fixId,
): Promise<void> {
  await scene.isolate.app.request(`/api/tenants/${scene.tenant}/fixes/${fixId}/approve`, {
    method: 'POST',
    headers: { authorization: `Bearer ${API_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ actor: 'reviewer', patchHash, baseHash }),
  });
}

/** A reviewer whose click was lost clicks again: only where the fix still waits for the first decision. */
async function approveAgain(scene: Scene): Promise<void> {
  const fix = await scene.isolate.ports.fixes.get(scene.tenant, scene.fixId);
  if (fix?.state === 'in_review' && fix.actor === 'mend') await approve(scene, fix.patchHash, fix.baseHash);
}
