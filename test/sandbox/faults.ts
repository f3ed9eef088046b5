/**
 * What can be made to go wrong, per path. `5xx`, `reset`, `429` and `auth-lost` strike before anything is applied;
 * `timeout-after-applying` after it; `strip-tags` and `human-edit-between` change what is stored.
 */
export const FAULT_KINDS = [
  '5xx',
  'reset',
  '429',
  'auth-lost',
  'timeout-after-applying',
  'strip-tags',
  'human-edit-between',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  kind: FaultKind;
  /** A path without query: `*` is one segment, `**` any number. */
  path: string;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** How many matching requests pass unharmed first. */
  skip?: number;
  /** How many are struck then; for ever when absent. */
  times?: number;
  /** The status of `5xx` (503 when absent) or of `auth-lost` (401; 403 is the other). */
  status?: number;
  /** For `429`, and for `5xx` where it should be sent. */
  retryAfterSeconds?: number;
  /** How long the connection hangs before it is cut; 0 when absent. */
  hangMs?: number;
  /** Elements that `strip-tags` drops with their content. */
  tags?: string[];
  /** What the person of `human-edit-between` makes of the body. */
  edit?: (body: string) => string;
}

interface Armed {
  fault: Fault;
  pattern: RegExp;
  seen: number;
  struck: number;
}

export class Faults {
  #armed: Armed[] = [];

  /** Replaces what was set before. Faults are looked at in order; each kind strikes at most once a request. */
  set(...faults: Fault[]): void {
    this.#armed = faults.map((fault) => ({ fault, pattern: pathPattern(fault.path), seen: 0, struck: 0 }));
  }

  clear(): void {
    this.#armed = [];
  }

  /** How often each fault struck, in the order they were set. */
  get struck(): number[] {
    return this.#armed.map((armed) => armed.struck);
  }

  /** The faults that strike this request; counts them. */
  strike(method: string, path: string): Map<FaultKind, Fault> {
    const struck = new Map<FaultKind, Fault>();
    for (const armed of this.#armed) {
      const { fault } = armed;
      if (fault.method !== undefined && fault.method !== method) continue;
      if (struck.has(fault.kind) || !armed.pattern.test(path)) continue;
      armed.seen += 1;
      if (armed.seen <= (fault.skip ?? 0) || armed.struck >= (fault.times ?? Number.POSITIVE_INFINITY)) continue;
      armed.struck += 1;
      struck.set(fault.kind, fault);
    }
    return struck;
  }
}

function pathPattern(glob: string): RegExp {
  const escaped = glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/\*+/g, (stars) => (stars.length > 1 ? '.*' : '[^/]+'))}$`);
}
