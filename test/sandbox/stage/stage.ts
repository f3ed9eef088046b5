import { DAY_MS } from '../../../shared/time.ts';
import { SANDBOX_CLIENT } from '../intercom/driver.ts';
import { buildApps } from '../mend/apps.ts';
import { type Mend, startMend } from '../mend/mend.ts';
import { connectShiftloom, type Shiftloom } from '../product/shiftloom.ts';
import { earnHistory } from '../seed/earned.ts';
import { conversations, product, type SeedConversation } from '../seed/index.ts';
import { NO_LIMITS } from '../zendesk/access/rate-limit.ts';
import { createZendesk, type Zendesk } from '../zendesk/driver.ts';
import { type Act, actsOf } from './acts.ts';
import { type Helpdesk, seedHelpdesk } from './helpdesk.ts';
import { saveMacros } from './macros.ts';

/** A helpdesk with its product, the real worker connected to it, and what is going to happen. */
export interface Stage {
  zendesk: Zendesk;
  helpdesk: Helpdesk;
  mend: Mend;
  tenant: string;
  acts: Act[];
  /** The company's own side: its releases and what its product knows; null where it is not connected. */
  shiftloom: Shiftloom | null;
  /** Event time. */
  now(): number;
  /** Moves event time forward at the helpdesk and in the worker. */
  moveTo(at: number): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  /** How many of the fourteen days are played. */
  days?: number;
  /** Which of the conversations take place; all when absent. */
  takesPlace?: (conversation: SeedConversation) => boolean;
  openapi?: string | undefined;
  /** The team's saved replies are there too; one of them repeats what goes stale. */
  hasMacros?: boolean;
  /** The company tells its releases, and its product what it knows of customers. */
  hasProduct?: boolean;
  /** The account observes until somebody says *go*, as one does that its admin connects. */
  observesFirst?: boolean;
  /** Sections that have earned automatic publishing in a stated earlier history, and in which it is switched on. */
  earned?: readonly string[];
  /** Articles name a page that a browser here can open, not the account's address, where nobody answers. */
  isHelpCenterOpen?: boolean;
  onLog?: (line: string) => void;
}

/** Sets the stage: articles stand, the worker knows them, and nobody has written yet. */
export async function createStage(options: StageOptions = {}): Promise<Stage> {
  const first = Math.floor(Date.parse(conversations[0]?.at ?? '') / DAY_MS) * DAY_MS;
  const end = first + (options.days ?? 14) * DAY_MS;
  let now = first;
  const zendesk = createZendesk({
    clock: { now: () => new Date(now) },
    seed: product.name,
    limits: NO_LIMITS,
    account: { subdomain: product.subdomain },
    openapi: options.openapi,
  });
  const helpdesk = seedHelpdesk(zendesk, first);
  if (options.hasMacros) saveMacros(zendesk, helpdesk.agents, first);
  const { url } = await zendesk.listen();
  if (options.isHelpCenterOpen) zendesk.world.helpCenterOrigin = url;
  await buildApps();
  const mend = await startMend({
    vars: { INTERCOM_CLIENT_SECRET: SANDBOX_CLIENT.secret },
    ...(options.onLog ? { onLog: options.onLog } : {}),
  });
  await mend.setClock(now);
  const { tenant } = await mend.api<{ tenant: string }>('/tenants/zendesk', {
    method: 'POST',
    body: {
      accountId: String(zendesk.account.id),
      subdomain: zendesk.account.subdomain,
      baseUrl: url,
      token: zendesk.issueToken({ expiresIn: 172_800 }).accessToken,
      policy: { isObserving: options.observesFirst ?? false },
    },
  });
  await mend.untilIdle(tenant);
  if (options.earned?.length) await earnHistory(mend, tenant, options.earned);
  const shiftloom = options.hasProduct ? await connectShiftloom(mend, tenant, () => now) : null;
  return {
    zendesk,
    shiftloom,
    helpdesk,
    mend,
    tenant,
    acts: actsOf(conversations.filter(options.takesPlace ?? (() => true)), zendesk, helpdesk).filter(
      (act) => act.at < end,
    ),
    now: () => now,
    async moveTo(at) {
      now = Math.max(now, at);
      await mend.setClock(now);
    },
    async close() {
      await shiftloom?.close();
      await mend.dispose();
      await zendesk.close();
    },
  };
}
