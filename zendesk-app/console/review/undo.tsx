import { Button } from '@zendeskgarden/react-buttons';
import { Close, Notification, Title, useToast } from '@zendeskgarden/react-notifications';
import { useCallback, useMemo, useRef } from 'react';
import { asFailure } from '../../frame/failure.ts';
import { useApi } from '../../frame/joined.tsx';
import { useConsoleWords } from '../keys.ts';
import { Line, Link, Stack } from '../parts/layout.tsx';
import { goTo, linkTo, routeOf } from '../route.ts';

/** How long a message stands that needs no answer. */
const MESSAGE_MS = 6_000;

interface Offer {
  fixIds: string[];
  what: 'approve' | 'reject';
}

/** The last decision, which `u` or the button takes back; what is sent already is taken back in the activity. */
export function useUndo(reload: () => Promise<void>) {
  const { t } = useConsoleWords();
  const api = useApi();
  const { addToast, removeToast } = useToast();
  const last = useRef<(Offer & { toast: string }) | null>(null);

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

  const run = useCallback(async () => {
    const offer = last.current;
    if (!offer) {
      tell('info', t('undo.nothing'));
      return;
    }
    last.current = null;
    removeToast(offer.toast);
    try {
      for (const fixId of offer.fixIds)
        await api.send('POST', `/app/console/review/${encodeURIComponent(fixId)}/take-back`);
      tell('info', t('undo.done', { count: offer.fixIds.length }));
      const [first] = offer.fixIds;
      if (first && routeOf(location.hash).view === 'review') goTo('review', first);
      await reload();
    } catch (error) {
      const failure = asFailure(error);
      tell(
        'warning',
        failure.kind === 'moved' ? t('undo.late') : t(`failure.${failure.kind}`),
        failure.kind === 'moved',
      );
    }
  }, [api, reload, removeToast, t, tell]);

  const offer = useCallback(
    (fixIds: string[], what: Offer['what'], undoMs: number) => {
      if (last.current) removeToast(last.current.toast);
      const toast = addToast(
        ({ close }) => (
          <Notification type="success" role="status">
            <Title>{t(what === 'approve' ? 'undo.approved' : 'undo.rejected', { count: fixIds.length })}</Title>
            <Line>
              <Button size="small" isBasic onClick={() => void run()}>
                {t('undo.button')}
              </Button>
            </Line>
            <Close aria-label={t('act.close')} onClick={close} />
          </Notification>
        ),
        { autoDismiss: undoMs, placement: 'bottom-start' },
      );
      last.current = { fixIds, what, toast };
    },
    [addToast, removeToast, run, t],
  );
  return useMemo(() => ({ offer, run }), [offer, run]);
}
