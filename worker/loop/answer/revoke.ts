import type { Policy } from '../../../shared/policy.ts';
import { type Revocation, revocationsOf } from '../../core/answering/record.ts';
import { revokedNotice } from '../../core/notice/notice.ts';
import type { Ports } from '../ports/ports.ts';
import { RECORD_ACTS } from './held-back.ts';

/**
 * Takes back the right to act without a person where it does not hold any more, and tells which conversations it was for: the
 * category goes on in the dark, and a person lets it out again. Asked again it changes nothing.
 */
export async function revoke(
  ports: Pick<Ports, 'automaticActs' | 'tenants'>,
  tenant: string,
  at: number,
): Promise<void> {
  const acts = await ports.automaticActs.judged(tenant, RECORD_ACTS);
  let policy = await ports.tenants.policy(tenant);
  for (const revocation of revocationsOf(acts, policy, at)) {
    policy = inTheDark(policy, revocation);
    await ports.tenants.setPolicy(tenant, policy, 'mend', revokedNotice(revocation, at));
  }
}

function inTheDark(policy: Policy, { kind, category }: Revocation): Policy {
  if (kind === 'answer')
    return { ...policy, answers: { ...policy.answers, modes: { ...policy.answers.modes, [category]: 'dark' } } };
  return { ...policy, routing: { ...policy.routing, modes: { ...policy.routing.modes, [category]: 'dark' } } };
}
