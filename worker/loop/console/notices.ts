import type { NoticePage, NoticeRow, NoticeView, WebhookView } from '../../../shared/notice.ts';
import type { Ports } from '../ports/ports.ts';
import { undoOf } from './activity.ts';

export const NOTICE_PAGE = 20;
const PARKED_SHOWN = 50;

/** Notices that nobody dismissed, newest first, each with what it leads to and what of it can still be taken back. */
export async function readNotices(
  ports: Pick<Ports, 'fixes' | 'outbox' | 'publications'>,
  tenant: string,
  before: number | null,
): Promise<NoticePage> {
  const rows = await ports.outbox.list(tenant, NOTICE_PAGE, before);
  const ids = [...new Set(rows.flatMap(({ about }) => about.fixId ?? []))];
  const read = await Promise.all(ids.map((id) => ports.fixes.get(tenant, id)));
  const fixes = new Map(read.flatMap((fix) => (fix ? [[fix.id, fix]] : [])));
  const canAnyGo = rows.some(({ about }) => about.undo && fixes.get(about.fixId ?? '')?.state === 'published');
  const publications = canAnyGo ? await ports.publications.list(tenant) : [];
  const notices = rows.map(({ about, delivery: _, isDismissed: __, ...row }: NoticeRow): NoticeView => {
    const fix = fixes.get(about.fixId ?? '') ?? null;
    const undo = fix && about.undo ? undoOf(fix, publications) : null;
    return {
      ...row,
      gapId: about.gapId ?? null,
      fixId: fix?.id ?? null,
      article: fix && about.articleId ? { id: about.articleId, locale: fix.locale } : null,
      undo: undo?.kind === 'rollback' && undo.publicationId === about.undo ? undo.publicationId : null,
    };
  });
  const last = rows.at(-1);
  return {
    notices,
    unread: await ports.outbox.countUnread(tenant),
    before: rows.length === NOTICE_PAGE && last ? last.id : null,
  };
}

/** Where notices are sent too, without its secret, and what was parked after the last attempt. */
export async function readWebhook(ports: Pick<Ports, 'courier' | 'outbox'>, tenant: string): Promise<WebhookView> {
  const parked = await ports.outbox.parked(tenant, PARKED_SHOWN);
  return {
    webhook: await ports.courier.webhook(tenant),
    parked: parked.map(({ key, kind, at, title, delivery }) => ({ key, kind, at, title, delivery })),
  };
}
