import { beforeEach, describe, expect, it } from 'vitest';
import { asWritten } from '../../../shared/said/said.ts';
import type { Role } from '../../../shared/viewer.ts';
import { proved as holds } from '../../../worker/loop/ports/helpdesk.ts';
import { type Approved, approvedWorld } from '../../loop/world/approved.ts';
import { OTHER, TENANT } from '../../loop/world/world.ts';
import { createSignedIn } from '../signed-in.ts';

let world: Approved;
let app: ReturnType<typeof createSignedIn>;
beforeEach(async () => {
  world = await approvedWorld();
  app = createSignedIn(world);
});
const as = (role: Role, tenant = TENANT) => app.as(role, tenant, '/app/connection');

describe('the connection', () => {
  it('is looked at by everybody, proved anew by admins', async () => {
    const [status, list] = await as('agent')('GET', '');
    expect([status, list]).toMatchObject([200, { tenant: TENANT, state: 'active', isReady: false }]);
    for (const role of ['agent', 'lead'] as const) expect((await as(role)('POST', '', {}))[0]).toBe(403);
    const before = (list.checks as { check: string; checkedAt: number | null }[]).find((one) => one.check === 'token');
    expect(before?.checkedAt).toBeNull();
    world.ports.prove = async () => [holds('token', asWritten('good'))];
    const [, proved] = await as('admin')('POST', '', {});
    const after = (proved.checks as { check: string; checkedAt: number | null }[]).find((one) => one.check === 'token');
    expect(after?.checkedAt).toBe(world.clock.wall);
  });

  it('is ended by an admin who says why, and by nobody else; another account stays', async () => {
    expect((await as('lead')('DELETE', '', { reason: 'we leave' }))[0]).toBe(403);
    expect((await as('admin')('DELETE', '', { reason: ' ' }))[0]).toBe(400);
    expect((await world.ports.tenants.find(TENANT))?.state).toBe('active');
    expect((await as('admin')('DELETE', '', { reason: 'we leave' }))[0]).toBe(202);
    expect((await world.ports.tenants.find(TENANT))?.state).toBe('closing');
    expect((await world.ports.tenants.find(OTHER))?.state).toBe('active');
  });
});
