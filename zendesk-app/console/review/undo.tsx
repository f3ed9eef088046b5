import { Button } from '@zendeskgarden/react-buttons';
import { Close, Notification, Title, useToast } from '@zendeskgarden/react-notifications';
import { useCallback, useMemo, useRef } from 'react';
import type { BatchDecided } from '../../../shared/console/review.ts';
import { asFailure } from '../../frame/failure.ts';
import { useApi } from '../../frame/joined.tsx';
import { useConsoleWords } from '../keys.ts';
import { Line, Link, Stack } from '../parts/layout.tsx';
import { goHere, linkTo, routeOf } from '../route.ts';

/** How long a message stands that needs no answer. */
const MESSAGE_MS = 6_000;

interface Offer {
  fixIds: string[];
  what: 'approve' | 'reject' | 'edit';
}

const OFFERS = { approve: 'undo.approved', reject: 'undo.rejected', edit: 'undo.edited' } as const;
const DONE = { approve: 'undo.done', reject: 'undo.done', edit: 'undo.draft' } as const;

/**
 * The last decision, which `u` or the button takes back; what is sent already is taken back in the activity. One that is
 * still on its way (`expect`) is waited for, and is then the last one.
 */
export function useUndo(reload: () => Promise<void>) {
  const { t } = useConsoleWords();
  const api = useApi();
  const { addToast, removeToast } = useToast();
  const last = useRef<(Offer & { toast: string }) | null>(null);
  const onItsWay = useRef<Promise<unknown> | null>(null);

  const tell = useCallback(
    (type: 'success' | 'warning' | 'info', text: string, isLinked = false) =>
      addToast(
        ({ close }) => (
          <Notification type={type} role="status">
            <Stack $gap={4}>
              {text}
              {isLinked && <Link href={linkTo('activity')}>{t('undo.activity')}</Link>}
            </Stack>
            <Close aria-label={t('act.close')} onClick={close} />
          </Notification>
        ),
        { autoDismiss: MESSAGE_MS, placement: 'bottom-start' },
      ),
    [addToast, t],
  );

  const takeBack = useCallback(
    async (offer: Offer) => {
      try {
        const { fixIds, what } = offer;
        const answer = await api.send<BatchDecided>('POST', '/app/console/review/take-back-batch', { fixIds });
        const [count, late] = [answer.decided.length, answer.left.length];
        if (count > 0) tell('info', t(DONE[what], { count }));
        const lateWords = count > 0 ? t('undo.someLate', { count: late }) : t('undo.late');
        if (late > 0) tell('warning', what === 'edit' ? t('failure.moved') : lateWords, what !== 'edit');
        const first = answer.decided[0]?.fixId;
        if (first && routeOf(location.hash).view === 'review') goHere('review', first);
        await reload();
      } catch (error) {
        const failure = asFailure(error);
        tell('warning', t(`failure.${failure.kind}`));
      }
    },
    [api, reload, t, tell],
  );

  const run = useCallback(async () => {
    await onItsWay.current;
    const offer = last.current;
    if (!offer) return void tell('info', t('undo.nothing'));
    last.current = null;
    removeToast(offer.toast);
    await takeBack(offer);
  }, [removeToast, t, takeBack, tell]);

  const offer = useCallback(
    (fixIds: string[], what: Offer['what'], undoMs: number) => {
      if (last.current) removeToast(last.current.toast);
      const toast = addToast(
        ({ close }) => (
          <Notification type="success" role="status">
            <Title>{t(OFFERS[what], { count: fixIds.length })}</Title>
            <Line>
              <Button size="small" isBasic onClick={() => void run()}>
                {t('undo.button')}
              </Button>
            </Line>
            <Close aria-label={t('act.close')} onClick={close} />
          </Notification>
        ),
        { autoDismiss: undoMs || MESSAGE_MS, placement: 'bottom-start' },
      );
      last.current = { fixIds, what, toast };
    },
    [addToast, removeToast, run, t],
  );
  const expect = useCallback((decision: Promise<unknown>) => {
    onItsWay.current = decision;
    void decision.finally(() => {
      if (onItsWay.current === decision) onItsWay.current = null;
    });
  }, []);
  return useMemo(() => ({ offer, run, expect, takeBack, tell }), [offer, run, expect, takeBack, tell]);
}
