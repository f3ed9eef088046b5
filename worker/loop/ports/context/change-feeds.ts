import type { ChangeSource, ChangeSourceKind, ToldChange } from '../../../../shared/context/change-note.ts';

/** Where a tenant's changes are read from, and the address that it sends its own to. Settings are sealed; no token is answered. */
export interface ChangeFeeds {
  sources(tenant: string): Promise<ChangeSource[]>;
  /**
   * Connects a source after one look at it, and answers what it tells now. Invalid for an address that is not public or not
   * of the kind, or where the tenant has as many as it may; else what `read` throws.
   */
  connect(
    tenant: string,
    wish: { kind: ChangeSourceKind; address: string; token?: string },
  ): Promise<{ source: ChangeSource; changes: ToldChange[] }>;
  disconnect(tenant: string, sourceId: string): Promise<void>;
  /**
   * What the source tells now, null where it is as `validator` (of an earlier answer) says. RetryLater, NotFound or Permanent
   * with the reason where it can't be read; NotFound for an unknown one.
   */
  read(
    tenant: string,
    sourceId: string,
    validator: string | null,
  ): Promise<{ changes: ToldChange[]; validator: string | null } | null>;
  /** Since when (wall, ms) the tenant may send changes itself; null where it may not. */
  inboundSince(tenant: string): Promise<number | null>;
  /** Opens the way for signed changes, or gives it a new secret, which is answered this once; the one before ends at once. */
  openInbound(tenant: string): Promise<{ secret: string }>;
  closeInbound(tenant: string): Promise<void>;
}
