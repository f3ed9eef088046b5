import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostLink, Pace, Story } from '../host/contract.ts';
import { appOfManifest } from '../host/manifest.ts';
import { createHostServer, type HostServer } from '../host/server.ts';
import { ROOT } from '../mend/bundle.ts';
import { SANDBOX_APP } from '../zendesk/access/apps.ts';
import type { Stage } from './stage.ts';

export interface StageHostOptions {
  links?: HostLink[];
  firstTicket?: () => number | null;
  story?: () => Story;
  onPace?: (pace: Pace) => void;
}

/** The agent's page of the stage's helpdesk, with Mend installed as its manifest says. */
export async function createStageHost(stage: Stage, options: StageHostOptions = {}): Promise<HostServer> {
  const { zendesk, mend, tenant } = stage;
  const manifest: unknown = JSON.parse(await readFile(join(ROOT, 'manifest.json'), 'utf8'));
  const { appId: id, installationId } = SANDBOX_APP;
  return createHostServer({
    zendesk,
    apps: [appOfManifest(manifest, mend.url, { id, installationId })],
    sign: ({ user, location }) => zendesk.apps.sign(user.id, SANDBOX_APP, location),
    onChanged: async () => {
      await zendesk.flushWebhooks();
      await mend.untilIdle(tenant);
    },
    ...options,
  });
}
