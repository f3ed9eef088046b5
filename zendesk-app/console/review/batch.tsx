import { Button } from '@zendeskgarden/react-buttons';
import { Body, Close, Footer, FooterItem, Header, Modal } from '@zendeskgarden/react-modals';
import { useRef, useState } from 'react';
import type { BatchDecided, QueueItem } from '../../../shared/console/review.ts';
import { useApi } from '../../frame/joined.tsx';
import { named, useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Line, Link, Quiet, Stack } from '../parts/layout.tsx';
import { Failed } from '../parts/states.tsx';
import { linkTo } from '../route.ts';

type OnDecided = (fixIds: string[], what: 'approve', undoMs: number) => void;

/** Decisions of the same kind, cause and section that passed every check, to be approved together. */
export function BatchBar({ items, onDecided }: { items: QueueItem[]; onDecided: OnDecided }) {
  const words = useConsoleWords();
  const [open, setOpen] = useState<string | null>(null);
  const batches = Map.groupBy(
    items.filter((item) => item.batch !== null),
    (item) => item.batch ?? '',
  );
  const chosen = open === null ? undefined : batches.get(open);
  if (batches.size === 0) return null;
  return (
    <Line>
      {[...batches].map(([batch, own]) => (
        <Button key={batch} size="small" onClick={() => setOpen(batch)}>
          {words.t('batch.open', {
            count: own.length,
            kind: named(words, 'kind', own[0]?.kind ?? ''),
            category: own[0]?.category ?? '',
          })}
        </Button>
      ))}
      {chosen && <BatchDialog items={chosen} onClose={() => setOpen(null)} onDecided={onDecided} />}
    </Line>
  );
}

function BatchDialog(batch: { items: QueueItem[]; onClose: () => void; onDecided: OnDecided }) {
  const { t, percent } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const openedAt = useRef(performance.now());
  const [left, setLeft] = useState<BatchDecided['left']>([]);
  const approve = () =>
    act.run(async () => {
      const items = batch.items.map(({ fixId, patchHash, baseHash }) => ({ fixId, patchHash, baseHash }));
      const tookMs = Math.round(performance.now() - openedAt.current);
      const answer = await api.send<BatchDecided>('POST', '/app/console/review/approve-batch', { items, tookMs });
      const ids = answer.decided.map((one) => one.fixId);
      if (ids.length > 0) batch.onDecided(ids, 'approve', answer.decided[0]?.undoMs ?? 0);
      if (answer.left.length === 0) batch.onClose();
      else setLeft(answer.left);
    });
  return (
    <Modal onClose={batch.onClose}>
      <Header tag="h2">{t('batch.title', { count: batch.items.length })}</Header>
      <Body>
        <Stack $gap={8}>
          <p>{t('batch.text')}</p>
          <ul>
            {batch.items.map((item) => (
              <li key={item.fixId}>
                <Link href={linkTo('review', item.fixId)} onClick={batch.onClose}>
                  {item.title}
                </Link>{' '}
                <Quiet>{item.confidence !== null && percent(item.confidence)}</Quiet>
              </li>
            ))}
          </ul>
          {left.length > 0 && <p role="alert">{t('batch.left', { count: left.length })}</p>}
          {act.failure && <Failed failure={act.failure} />}
        </Stack>
      </Body>
      <Footer>
        <FooterItem>
          <Button isBasic onClick={batch.onClose}>
            {t('act.cancel')}
          </Button>
        </FooterItem>
        <FooterItem>
          <Button isPrimary disabled={act.isBusy || left.length > 0} onClick={approve}>
            {t('batch.approve', { count: batch.items.length })}
          </Button>
        </FooterItem>
      </Footer>
      <Close aria-label={t('act.close')} />
    </Modal>
  );
}
