import type { Policy } from '../../../shared/policy.ts';
import { stoppedNotice } from '../../core/notice/notice.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Replaces a tenant's policy, as a person asks. What they attest of content blocks carries their name and the time, whatever
 * was sent with it; that publishing is stopped or goes on is told.
 */
export async function changePolicy(
  ports: Pick<Ports, 'eventClock' | 'tenants'>,
  tenant: string,
  next: Policy,
  actor: string,
): Promise<Policy> {
  const before = await ports.tenants.policy(tenant);
  const at = ports.eventClock.now();
  const policy = { ...next, contentBlocks: signed(before.contentBlocks, next.contentBlocks, actor, at) };
  const isTold = before.isStopped !== policy.isStopped;
  const notice = stoppedNotice({ isStopped: policy.isStopped, isForAll: false, actor }, at);
  await ports.tenants.setPolicy(tenant, policy, actor, ...(isTold ? [notice] : []));
  return policy;
}

function signed(
  before: Policy['contentBlocks'],
  next: Policy['contentBlocks'],
  actor: string,
  at: number,
): Policy['contentBlocks'] {
  if (next.attested === 'nothing') return next;
  const said = (blocks: Policy['contentBlocks']) =>
    JSON.stringify([blocks.attested, blocks.attested === 'articles' ? blocks.articleIds : []]);
  return said(before) === said(next) ? before : { ...next, actor, at };
}
