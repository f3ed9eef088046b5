import { Button } from '@zendeskgarden/react-buttons';
import type { Pilot, PilotView } from '../../../../shared/measure/pilot.ts';
import { DAY_MS } from '../../../../shared/time.ts';
import { useApi } from '../../../frame/joined.tsx';
import { useLoad } from '../../../frame/load.ts';
import { actorName, useConsoleWords } from '../../keys.ts';
import { type Act, useAct } from '../../parts/act.ts';
import { Card, Facts, Heading, Line, Link, Quiet, Stack } from '../../parts/layout.tsx';
import { Page } from '../../parts/page.tsx';
import { Failed, Shown } from '../../parts/states.tsx';
import { linkTo } from '../../route.ts';
import { Baseline } from './baseline.tsx';
import { Begin, type Send } from './begin.tsx';
import { Comparison } from './running.tsx';
import { Steps } from './steps.tsx';

/** A trial of Mend, step by step: observe in the dark, say *go*, see before and after. */
export function PilotPage() {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const loaded = useLoad<PilotView>('/app/console/pilot');
  const send: Send = (path, body = {}) =>
    act.run(async () => {
      await api.send('POST', `/app/console/pilot${path}`, body);
      await loaded.reload();
    });
  const mayAct = api.viewer.role === 'admin';
  return (
    <Page
      title={t('pilot.title')}
      lead={t('pilot.is')}
      actions={<Link href={linkTo('progress')}>{t('nav.progress')}</Link>}
    >
      <Shown of={loaded}>
        {(view) => (
          <Stack>
            <Card>
              <Steps view={view} />
            </Card>
            {view.pilot && view.pilot.state !== 'ended' ? (
              <Standing {...{ view, mayAct, act, send }} pilot={view.pilot} />
            ) : (
              <Card>
                <Stack $gap={12}>
                  <Heading>{t('pilot.step.choose')}</Heading>
                  {view.isObserving && <span>{t('pilot.new')}</span>}
                  <Begin {...{ proposals: view.proposals, mayAct, act, send }} />
                  {view.isObserving && mayAct && (
                    <div>
                      <Button size="small" isBasic disabled={act.isBusy} onClick={() => send('/go')}>
                        {t('pilot.goWithout')}
                      </Button>
                    </div>
                  )}
                </Stack>
              </Card>
            )}
            {act.failure && <Failed failure={act.failure} />}
          </Stack>
        )}
      </Shown>
    </Page>
  );
}

function Standing({
  view,
  pilot,
  mayAct,
  act,
  send,
}: {
  view: PilotView;
  pilot: Pilot;
  mayAct: boolean;
  act: Act;
  send: Send;
}) {
  const words = useConsoleWords();
  const { t, date, number } = words;
  const { observed, preview, outcome } = view;
  return (
    <>
      <Card>
        <Stack $gap={8}>
          <Heading>{t(pilot.state === 'observing' ? 'pilot.observing' : 'pilot.running')}</Heading>
          <Facts>
            <dt>{t('figures.category')}</dt>
            <dd>{words.list(pilot.categories)}</dd>
            <dt>{t('pilot.since')}</dt>
            <dd>{`${date(pilot.startedAt)} · ${actorName(pilot.startedBy)}`}</dd>
            {observed && (
              <>
                <dt>{t('pilot.observed')}</dt>
                <dd>
                  {t('pilot.observed.text', {
                    days: number(observed.days),
                    conversations: number(observed.conversations),
                    found: number(observed.found),
                    waiting: number(observed.waiting),
                  })}
                </dd>
              </>
            )}
            {pilot.goAt !== null && (
              <>
                <dt>{t('pilot.went')}</dt>
                <dd>{`${date(pilot.goAt)} · ${actorName(pilot.goBy ?? '')} · ${t('pilot.until', { date: date(pilot.goAt + pilot.days * DAY_MS) })}`}</dd>
              </>
            )}
          </Facts>
          {preview && (
            <>
              <Heading as="h3">{t('pilot.preview', { days: pilot.days })}</Heading>
              <Facts>
                <Baseline baseline={preview} />
              </Facts>
            </>
          )}
          {mayAct && (
            <Line>
              {pilot.state === 'observing' && (
                <Button size="small" isPrimary disabled={act.isBusy} onClick={() => send('/go')}>
                  {t('pilot.go')}
                </Button>
              )}
              <Button size="small" disabled={act.isBusy} onClick={() => send('/end')}>
                {t('pilot.end')}
              </Button>
            </Line>
          )}
          <Quiet as="p">{t(pilot.state === 'observing' ? 'pilot.observing.text' : 'pilot.running.text')}</Quiet>
        </Stack>
      </Card>
      {pilot.baseline && (
        <Card>
          <Stack $gap={8}>
            <Heading>{t('pilot.frozen', { from: date(pilot.baseline.from), to: date(pilot.baseline.to) })}</Heading>
            <Facts>
              <Baseline baseline={pilot.baseline} />
            </Facts>
          </Stack>
        </Card>
      )}
      {pilot.baseline && outcome && (
        <Card>
          <Stack $gap={8}>
            <Heading>{t('pilot.step.compare')}</Heading>
            <Comparison baseline={pilot.baseline} outcome={outcome} />
          </Stack>
        </Card>
      )}
    </>
  );
}
