import type { TrackerConnection } from '../../../shared/context/tracked-issue.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { countsBy } from '../../core/track/counts.ts';
import { countsPart, reportKey, reportText } from '../../core/track/report.ts';
import type { Report } from '../ports/context/trackers.ts';
import type { Ports } from '../ports/ports.ts';

export type ReportPorts = Pick<Ports, 'gaps' | 'helpdesk' | 'observations' | 'productFacts' | 'tenants' | 'wallClock'>;

/** Most tickets that an issue links to, and most conversations that are counted for it. */
const LINKS = 5;
const COUNTED = 200;

/** A fix's bug report as it stands now, with the number of customers it hit. In a public tracker it links to no ticket. */
export async function reportNow(
  ports: ReportPorts,
  tenant: string,
  fix: StoredFix,
  connection: Pick<TrackerConnection, 'isPublic'>,
): Promise<Report & { counted: number }> {
  const gap = await ports.gaps.get(tenant, fix.gapId);
  const ids = gap?.conversationIds.slice(-COUNTED) ?? [];
  const conversations = await ports.observations.conversations(tenant, ids);
  const { title, parts } = reportText(fix);
  const people = [...new Set(conversations.map(({ requesterId }) => requesterId))];
  const known = await Promise.all(people.map((id) => ports.productFacts.get(tenant, id, ports.wallClock.now())));
  const counts = countsPart({
    conversations: ids.length,
    organizations: new Set(conversations.map((one) => one.organizationId ?? one.requesterId)).size,
    ...countsBy(known.flatMap((one) => (one?.facts ? [one.facts] : []))),
  });
  return {
    key: reportKey(tenant, fix.gapId),
    title,
    parts: [...parts, counts],
    links: connection.isPublic ? [] : await linksTo(ports, tenant, ids.slice(-LINKS)),
    counted: ids.length,
  };
}

async function linksTo(ports: ReportPorts, tenant: string, ids: readonly string[]): Promise<Report['links']> {
  const account = await ports.tenants.find(tenant);
  if (account?.vendor !== 'zendesk') return [];
  return ids.map((id) => ({
    title: `Ticket ${id}`,
    url: `${account.baseUrl}/agent/tickets/${encodeURIComponent(id)}`,
  }));
}
