import type { Ports } from './ports/ports.ts';

/** How long a holder that died keeps others waiting. Short: it is renewed while the holder lives. */
export const LEASE_MS = 15_000;
const BEAT_MS = LEASE_MS / 3;

export interface HeldLease {
  /** False once a renewal was refused: another holder has taken over. */
  isHeld(): boolean;
  release(): Promise<void>;
}

/** Takes a tenant's lease and renews it until it is released; null where another holder has it. */
export async function holdLease(
  ports: Pick<Ports, 'leases' | 'wallClock'>,
  tenant: string,
  holder: string,
): Promise<HeldLease | null> {
  const take = () => {
    const now = ports.wallClock.now();
    return ports.leases.acquire(tenant, holder, now, now + LEASE_MS);
  };
  if (!(await take())) return null;
  let isHeld = true;
  let beat: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    beat = beat.then(take).then(
      (isTaken) => {
        isHeld = isTaken;
      },
      () => undefined,
    );
  }, BEAT_MS);
  return {
    isHeld: () => isHeld,
    async release() {
      clearInterval(timer);
      await beat;
      if (isHeld) await ports.leases.release(tenant, holder);
    },
  };
}
