import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { useState } from 'react';
import type { EndpointTried, EndpointView } from '../../../shared/context/customer-context.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Failed, Shown } from '../parts/states.tsx';

const PATH = '/app/console/context';

/** The company's own context endpoint: connected, tried, disconnected. For admins: its secret is shown once. */
export function ProductCard() {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const loaded = useLoad<EndpointView>(PATH);
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const [tried, setTried] = useState<EndpointTried | null>(null);
  const connect = () =>
    act.run(async () => {
      setSecret((await api.send<{ secret: string }>('PUT', PATH, { url: url.trim() })).secret);
      setUrl('');
      await loaded.reload();
    });
  const disconnect = () =>
    act.run(async () => {
      await api.send('DELETE', PATH);
      setSecret(null);
      await loaded.reload();
    });
  const test = () => act.run(async () => setTried(await api.send<EndpointTried>('POST', `${PATH}/test`)));
  return (
    <Card>
      <Stack $gap={12}>
        <Heading>{t('product.title')}</Heading>
        <Quiet as="p">{t('product.text')}</Quiet>
        {act.failure && <Failed failure={act.failure} />}
        {secret && (
          <Alert type="success" role="status">
            <Title>{t('hook.secret')}</Title>
            <code style={{ overflowWrap: 'anywhere' }}>{secret}</code>
          </Alert>
        )}
        {tried && (
          <p role="status">
            {tried.isRight ? t('product.right', { ms: tried.tookMs }) : t('product.wrong', { why: tried.why })}
          </p>
        )}
        <Shown of={loaded}>
          {({ endpoint }) => (
            <Stack $gap={8}>
              {endpoint && (
                <>
                  <code style={{ overflowWrap: 'anywhere' }}>{endpoint.url}</code>
                  <Line>
                    <Button size="small" disabled={act.isBusy} onClick={test}>
                      {t('changes.test')}
                    </Button>
                    <Button size="small" isDanger disabled={act.isBusy} onClick={disconnect}>
                      {t('changes.remove')}
                    </Button>
                  </Line>
                </>
              )}
              <form
                onSubmit={(event) => {
                  event.preventDefault();
                  if (url.trim() !== '' && !act.isBusy) void connect();
                }}
              >
                <Stack $gap={8}>
                  <Field>
                    <Label>{t('product.url')}</Label>
                    <Hint>{t('hook.url.hint')}</Hint>
                    <Input isCompact type="url" maxLength={2000} value={url} onChange={(e) => setUrl(e.target.value)} />
                  </Field>
                  <Line>
                    <Button size="small" type="submit" disabled={url.trim() === '' || act.isBusy}>
                      {t('changes.add')}
                    </Button>
                  </Line>
                </Stack>
              </form>
            </Stack>
          )}
        </Shown>
      </Stack>
    </Card>
  );
}
