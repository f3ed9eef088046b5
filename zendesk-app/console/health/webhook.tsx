import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { useState } from 'react';
import type { OutgoingWebhook, WebhookView } from '../../../shared/notice.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { type Act, useAct } from '../parts/act.ts';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Failed, Shown } from '../parts/states.tsx';
import { Parked } from './parked.tsx';

const PATH = '/app/console/webhook';

/** Where notices are sent too: set, tried, its secret changed, removed; and what the receiver did not take. */
export function WebhookCard() {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const loaded = useLoad<WebhookView>(PATH);
  const [secret, setSecret] = useState<string | null>(null);
  const [hasTried, setTried] = useState(false);
  const secretOf = async (asking: Promise<{ secret: string }>) => {
    setSecret((await asking).secret);
    await loaded.reload();
  };
  const set = (url: string) => act.run(() => secretOf(api.send('PUT', PATH, { url })));
  const rotate = () => act.run(() => secretOf(api.send('POST', `${PATH}/rotate`)));
  const test = () => act.run(() => api.send('POST', `${PATH}/test`)).then(setTried);
  const remove = () =>
    act.run(async () => {
      await api.send('DELETE', PATH);
      setSecret(null);
      await loaded.reload();
    });
  return (
    <Card>
      <Stack $gap={12}>
        <Heading>{t('hook.title')}</Heading>
        <Quiet as="p">{t('hook.text')}</Quiet>
        {act.failure && <Failed failure={act.failure} />}
        {secret && (
          <Alert type="success" role="status">
            <Title>{t('hook.secret')}</Title>
            <code style={{ overflowWrap: 'anywhere' }}>{secret}</code>
          </Alert>
        )}
        {hasTried && <p role="status">{t('hook.tried')}</p>}
        <Shown of={loaded}>
          {({ webhook, parked }) => (
            <Stack $gap={12}>
              {webhook ? <InUse webhook={webhook} act={act} onTest={test} onRotate={rotate} onRemove={remove} /> : null}
              <Address isFirst={webhook === null} act={act} onSet={set} />
              {parked.length > 0 && <Parked rows={parked} onReplayed={loaded.reload} />}
            </Stack>
          )}
        </Shown>
      </Stack>
    </Card>
  );
}

function InUse(inUse: {
  webhook: OutgoingWebhook;
  act: Act;
  onTest: () => void;
  onRotate: () => void;
  onRemove: () => void;
}) {
  const { t, dateTime } = useConsoleWords();
  const [isSure, setSure] = useState(false);
  const { webhook, act } = inUse;
  return (
    <Stack $gap={8}>
      <span style={{ overflowWrap: 'anywhere' }}>{webhook.url}</span>
      {webhook.previousUntil !== null && (
        <Quiet>{t('hook.previous', { until: dateTime(webhook.previousUntil) })}</Quiet>
      )}
      <Line>
        <Button size="small" disabled={act.isBusy} onClick={inUse.onTest}>
          {t('hook.test')}
        </Button>
        <Button size="small" disabled={act.isBusy} onClick={inUse.onRotate}>
          {t('hook.rotate')}
        </Button>
        <Button size="small" isDanger disabled={act.isBusy} onClick={() => (isSure ? inUse.onRemove() : setSure(true))}>
          {t(isSure ? 'hook.sure' : 'hook.remove')}
        </Button>
        {isSure && (
          <Button size="small" isBasic onClick={() => setSure(false)}>
            {t('act.cancel')}
          </Button>
        )}
      </Line>
    </Stack>
  );
}

function Address({ isFirst, act, onSet }: { isFirst: boolean; act: Act; onSet: (url: string) => Promise<boolean> }) {
  const { t } = useConsoleWords();
  const [url, setUrl] = useState('');
  const canGo = url.trim() !== '' && !act.isBusy;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canGo) void onSet(url.trim()).then((isDone) => isDone && setUrl(''));
      }}
    >
      <Stack $gap={8}>
        <Field>
          <Label>{t(isFirst ? 'hook.url' : 'hook.other')}</Label>
          <Hint>{t('hook.url.hint')}</Hint>
          <Input isCompact type="url" maxLength={2000} value={url} onChange={(event) => setUrl(event.target.value)} />
        </Field>
        <Line>
          <Button size="small" type="submit" disabled={!canGo}>
            {t('hook.set')}
          </Button>
        </Line>
      </Stack>
    </form>
  );
}
