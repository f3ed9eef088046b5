import { Button } from '@zendeskgarden/react-buttons';
import { Body, Close, Footer, FooterItem, Header, Modal } from '@zendeskgarden/react-modals';
import { useRef, useState } from 'react';
import type { BatchDecided, QueueItem } from '../../../../shared/console/review.ts';
import { useApi } from '../../../frame/joined.tsx';
import { named, useConsoleWords, useSaid } from '../../keys.ts';
import { useAct } from '../../parts/act.ts';
import { Line, Link, Quiet, Stack } from '../../parts/layout.tsx';
import { Failed } from '../../parts/states.tsx';
import { linkTo } from '../../route.ts';
import { RejectForm } from '../forms/reject.tsx';

type OnDecided = (fixIds: string[], what: 'approve' | 'reject', undoMs: number) => void;

/** Decisions of the same kind, cause and section that passed every check, to be approved or rejected together. */
export function BatchBar({ items, onDecided }: { items: QueueItem[]; onDecided: OnDecided }) {
  const words = useConsoleWords();
  const [open, setOpen] = useState<QueueItem[] | null>(null);
  const batches = Map.groupBy(
    items.filter((item) => item.batch !== null),
    (item) => item.batch ?? '',
  );
  if (batches.size === 0 && open === null) return null;
  return (
    <Line>
      {[...batches].map(([batch, own]) => (
        <Button key={batch} size="small" onClick={() => setOpen(own)}>
          {words.t('batch.open', {
            count: own.length,
            kind: named(words, 'kind', own[0]?.kind ?? ''),
            category: own[0]?.category ?? '',
          })}
        </Button>
      ))}
      {open && <BatchDialog items={open} onClose={() => setOpen(null)} onDecided={onDecided} />}
    </Line>
  );
}

/** Decides several, each by itself and as it was shown. */
export function BatchDialog(batch: { items: QueueItem[]; onClose: () => void; onDecided: OnDecided }) {
  const { t, percent } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const openedAt = useRef(performance.now());
  const [isRejecting, setRejecting] = useState(false);
  const [left, setLeft] = useState<BatchDecided['left'] | null>(null);
  const decide = (what: 'approve' | 'reject', more: { reason?: string } = {}) =>
    act.run(async () => {
      const items = batch.items.map(({ fixId, patchHash, baseHash }) => ({ fixId, patchHash, baseHash }));
      const tookMs = Math.round(performance.now() - openedAt.current);
      const path = `/app/console/review/${what}-batch`;
      const answer = await api.send<BatchDecided>('POST', path, { items, tookMs, ...more });
      const ids = answer.decided.map((one) => one.fixId);
      if (ids.length > 0) batch.onDecided(ids, what, answer.decided[0]?.undoMs ?? 0);
      if (answer.left.length === 0) batch.onClose();
      else setLeft(answer.left);
      setRejecting(false);
    });
  const isAlike = batch.items.every(({ batch: of }) => of !== null && of === batch.items[0]?.batch);
  const inWords = useSaid();
  const whyLeft = (fixId: string) => {
    const one = left?.find((other) => other.fixId === fixId);
    return one && inWords(one.why);
  };
  const shown = left === null ? batch.items : batch.items.filter((item) => left.some((o) => o.fixId === item.fixId));
  return (
    <Modal onClose={batch.onClose}>
      <Header tag="h2">{t('batch.title', { count: batch.items.length })}</Header>
      <Body>
        <Stack $gap={8}>
          {left === null ? (
            <p>{t(isAlike ? 'batch.text' : 'marked.text')}</p>
          ) : (
            <p role="alert">{t('batch.left', { count: left.length })}</p>
          )}
          <ul>
            {shown.map((item) => (
              <li key={item.fixId}>
                <Link href={linkTo('review', item.fixId)} onClick={batch.onClose}>
                  {item.title}
                </Link>{' '}
                <Quiet>{whyLeft(item.fixId) ?? (item.confidence !== null && percent(item.confidence))}</Quiet>
              </li>
            ))}
          </ul>
          {isRejecting && (
            <RejectForm
              isBusy={act.isBusy}
              button={t('batch.reject', { count: batch.items.length })}
              onReject={(reason) => void decide('reject', { reason })}
              onCancel={() => setRejecting(false)}
            />
          )}
          {act.failure && <Failed failure={act.failure} />}
        </Stack>
      </Body>
      {!isRejecting && (
        <Footer>
          <FooterItem>
            <Button isBasic onClick={batch.onClose}>
              {t(left === null ? 'act.cancel' : 'act.close')}
            </Button>
          </FooterItem>
          {left === null && (
            <>
              <FooterItem>
                <Button isDanger disabled={act.isBusy} onClick={() => setRejecting(true)}>
                  {t('batch.reject', { count: batch.items.length })}
                </Button>
              </FooterItem>
              <FooterItem>
                <Button isPrimary disabled={act.isBusy} onClick={() => void decide('approve')}>
                  {t('batch.approve', { count: batch.items.length })}
                </Button>
              </FooterItem>
            </>
          )}
        </Footer>
      )}
      <Close aria-label={t('act.close')} />
    </Modal>
  );
}
