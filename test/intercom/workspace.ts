import {
  createIntercomHelpdesk,
  type IntercomHelpdesk,
  type IntercomHelpdeskOptions,
} from '../../worker/intercom/helpdesk.ts';
import { START } from '../contracts/helpdesk/stage.ts';
import { createIntercom, type Intercom, type IntercomOptions } from '../sandbox/intercom/driver.ts';

export interface SimulatedWorkspace {
  intercom: Intercom;
  helpdesk: IntercomHelpdesk;
  /** Another instance on the same workspace, with nothing in memory. */
  connect(options?: Partial<IntercomHelpdeskOptions>): IntercomHelpdesk;
  /** Moves the helpdesk's time on. */
  setTime(ms: number): void;
  paths(): string[];
}

/** A simulated workspace and the rim on it, without a socket. */
export function openWorkspace(options: Pick<IntercomOptions, 'workspace'> = {}): SimulatedWorkspace {
  let now = START;
  const intercom = createIntercom({
    ...options,
    clock: { now: () => new Date(now) },
    openapi: process.env.OPENAPI_DIR,
    limits: { appPerMinute: 1_000_000, workspacePerMinute: 1_000_000 },
  });
  const token = intercom.issueToken().accessToken;
  const connect: SimulatedWorkspace['connect'] = (more = {}) =>
    createIntercomHelpdesk({
      tenant: { baseUrl: 'https://api.intercom.io', locale: 'en' },
      token: () => token,
      fetch: (input, init) => intercom.fetch(new Request(input, init)),
      eventNow: () => now,
      delayMs: () => 1_000,
      ...more,
    });
  return {
    intercom,
    helpdesk: connect(),
    connect,
    setTime: (ms) => {
      now = ms;
    },
    paths: () => intercom.requests.map(({ method, path }) => `${method} ${path}`),
  };
}
