import { Button } from '@zendeskgarden/react-buttons';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { useEffect } from 'react';
import type { Running } from '../../../shared/console/running.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { isLead } from '../../frame/rights.ts';
import { useConsoleWords } from '../keys.ts';
import { Jobs } from '../overview/jobs.tsx';
import { useAct } from '../parts/act.ts';
import { Card, Facts, Heading, Quiet, Stack } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { Failed, Shown } from '../parts/states.tsx';
import { ChangesCard } from './changes.tsx';
import { Checks } from './checks.tsx';
import { DeadLetters } from './dead-letters.tsx';
import { ProductCard } from './product.tsx';
import { RecentEvents } from './recent.tsx';
import { RollbackSince } from './rollback-since.tsx';
import { SetAside } from './set-aside.tsx';
import { TrackerCard } from './tracker.tsx';
import { WebhookCard } from './webhook.tsx';

const LOOK_AGAIN_MS = 4_000;

/** How the connection runs: what is proved, what is under way, what came last, what failed for good. */
export function Health() {
  const { t } = useConsoleWords();
  const { viewer } = useApi();
  const loaded = useLoad<Running>('/app/console/running');
  const { reload } = loaded;
  const isWorking = loaded.value?.work.jobs.some((job) => !job.isDone) ?? false;
  useEffect(() => {
    if (!isWorking) return;
    const timer = setInterval(reload, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isWorking, reload]);
  return (
    <Page title={t('nav.health')} lead={t('running.lead')} actions={<Resync onAsked={reload} />}>
      <Shown of={loaded}>
        {(running) => (
          <Stack>
            {running.tenant.state !== 'active' && (
              <Alert type="error">
                <Title>{t(`tenant.${running.tenant.state}`)}</Title>
                {t(`tenant.${running.tenant.state}.todo`)}
              </Alert>
            )}
            <Jobs jobs={running.work.jobs} />
            <Checks onDisconnected={reload} />
            <DeadLetters letters={running.deadLetters} onReplayed={reload} />
            <SetAside rows={running.setAside} />
            <RecentEvents events={running.recent} waiting={running.work.waiting} />
            <Connection running={running} />
            <ChangesCard />
            <TrackerCard />
            {viewer.role === 'admin' && <ProductCard />}
            {viewer.role === 'admin' && <WebhookCard />}
            {viewer.role === 'admin' && <RollbackSince onAsked={reload} />}
          </Stack>
        )}
      </Shown>
    </Page>
  );
}

function Resync({ onAsked }: { onAsked: () => Promise<void> }) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  if (!isLead(api.viewer)) return null;
  const ask = () =>
    act.run(async () => {
      await api.send('POST', '/app/console/resync');
      await onAsked();
    });
  return (
    <>
      <Button size="small" disabled={act.isBusy} onClick={ask}>
        {t('running.resync')}
      </Button>
      {act.failure && <Failed failure={act.failure} />}
    </>
  );
}

function Connection({ running }: { running: Running }) {
  const { t, date, number } = useConsoleWords();
  const { tenant, audit } = running;
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('running.connection')}</Heading>
        <Facts>
          <dt>{t('running.account')}</dt>
          <dd>{tenant.subdomain || tenant.id}</dd>
          <dt>{t('running.state')}</dt>
          <dd>{t(`tenant.${tenant.state}`)}</dd>
          <dt>{t('running.since')}</dt>
          <dd>{date(tenant.createdAt)}</dd>
          <dt>{t('running.audit')}</dt>
          <dd>
            {audit.brokenAt === null
              ? t('running.audit.whole', { count: number(audit.sealed) })
              : t('running.audit.broken', { entry: audit.brokenAt })}
          </dd>
        </Facts>
        <Quiet>{t('running.audit.note')}</Quiet>
      </Stack>
    </Card>
  );
}
