/** What a person of the helpdesk may do in Mend: an agent helps, a lead also decides, an admin also sets and installs. */
export const ROLES = ['agent', 'lead', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who is looking, as the server looked it up at the helpdesk: never as a page says. */
export interface Viewer {
  tenant: string;
  /** The vendor's id of the person. */
  userId: string;
  name: string;
  role: Role;
  locale: string;
}

/** Who acts, under the name that the activity log keeps: the name people know, and the id that nobody shares. */
export function actorOf({ name, userId }: Pick<Viewer, 'name' | 'userId'>): string {
  return `${name} (${userId})`;
}

/** Whether a role is at least another. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** What a page of an app finds in its `boot` block, and what `POST /app/session` answers when the bearer is renewed. */
export interface Boot {
  sessionId: string;
  /** Sent as `Authorization: Bearer`; kept in memory only. */
  bearer: string;
  /** When the bearer runs out, in ms since the epoch: renewed before. */
  expiresAt: number;
  /** When the session itself ends, in ms since the epoch: after it the app is opened again from the helpdesk. */
  endsAt: number;
  viewer: Viewer;
}
