import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Input, Label } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import type { Pilot, PilotOutcome, PilotProposal, PilotView } from '../../../shared/pilot.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { type Act, useAct } from '../parts/act.ts';
import { Card, Facts, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Failed, Shown } from '../parts/states.tsx';

const DAY_MS = 86_400_000;
const DAYS = 28;

/** A trial of Mend: observe in the dark, say *go*, and see before and after. */
export function PilotCard() {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const loaded = useLoad<PilotView>('/app/console/pilot');
  const send = (path: string, body: unknown = {}) =>
    act.run(async () => {
      await api.send('POST', `/app/console/pilot${path}`, body);
      await loaded.reload();
    });
  const mayAct = api.viewer.role === 'admin';
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('pilot.title')}</Heading>
        <Shown of={loaded}>
          {({ pilot, proposals, outcome }) =>
            pilot && pilot.state !== 'ended' ? (
              <Standing {...{ pilot, outcome, mayAct, act, send }} />
            ) : (
              <Begin {...{ proposals, mayAct, act, send }} />
            )
          }
        </Shown>
        {act.failure && <Failed failure={act.failure} />}
      </Stack>
    </Card>
  );
}

type Send = (path: string, body?: unknown) => Promise<boolean>;

function Begin({
  proposals,
  mayAct,
  act,
  send,
}: {
  proposals: readonly PilotProposal[];
  mayAct: boolean;
  act: Act;
  send: Send;
}) {
  const { t, number, percent } = useConsoleWords();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [days, setDays] = useState(DAYS);
  const chosen = proposals.map((one) => one.category).filter((category) => !left.includes(category));
  if (proposals.length === 0) return <span>{t('pilot.none')}</span>;
  return (
    <Stack $gap={8}>
      <span>{t('pilot.why')}</span>
      {proposals.map(({ category, perWeek, repeatShare, unservedShare }) => (
        <Field key={category}>
          <Checkbox
            checked={chosen.includes(category)}
            disabled={!mayAct}
            onChange={({ target }) =>
              setLeft(target.checked ? left.filter((one) => one !== category) : [...left, category])
            }
          >
            <Label>
              {`${category}: ${t('pilot.reason', {
                perWeek: number(perWeek, 1),
                repeats: percent(repeatShare),
                unserved: percent(unservedShare),
              })}`}
            </Label>
          </Checkbox>
        </Field>
      ))}
      {mayAct ? (
        <Line $gap={12}>
          <Field style={{ maxWidth: 160 }}>
            <Label>{t('pilot.days')}</Label>
            <Input
              isCompact
              type="number"
              min={7}
              max={84}
              value={days}
              onChange={({ target }) => setDays(Number(target.value))}
            />
          </Field>
          <Button
            size="small"
            disabled={act.isBusy || chosen.length === 0 || days < 7 || days > 84}
            onClick={() => send('', { categories: chosen, days })}
          >
            {t('pilot.begin')}
          </Button>
        </Line>
      ) : (
        <Quiet>{t('policy.look')}</Quiet>
      )}
      <Quiet as="p">{t('pilot.begin.text')}</Quiet>
    </Stack>
  );
}

function Standing({
  pilot,
  outcome,
  mayAct,
  act,
  send,
}: {
  pilot: Pilot;
  outcome: PilotOutcome | null;
  mayAct: boolean;
  act: Act;
  send: Send;
}) {
  const words = useConsoleWords();
  const { t, date, number, percent } = words;
  const { baseline } = pilot;
  return (
    <Stack $gap={8}>
      <strong>{t(pilot.state === 'observing' ? 'pilot.observing' : 'pilot.running')}</strong>
      <Facts>
        <dt>{t('figures.category')}</dt>
        <dd>{words.list(pilot.categories)}</dd>
        <dt>{t('pilot.since')}</dt>
        <dd>{`${date(pilot.startedAt)} · ${pilot.startedBy}`}</dd>
        {pilot.goAt !== null && (
          <>
            <dt>{t('pilot.went')}</dt>
            <dd>{`${date(pilot.goAt)} · ${pilot.goBy} · ${t('pilot.until', { date: date(pilot.goAt + pilot.days * DAY_MS) })}`}</dd>
          </>
        )}
        {baseline && (
          <>
            <dt>{t('pilot.before')}</dt>
            <dd>{t('pilot.asked', { perWeek: number(baseline.perWeek, 1), organizations: baseline.organizations })}</dd>
            <dt>{t('pilot.detectable')}</dt>
            <dd>{baseline.detectable === null ? t('pilot.undetectable') : percent(baseline.detectable)}</dd>
          </>
        )}
        {outcome && (
          <>
            <dt>{t('pilot.after')}</dt>
            <dd>{t('pilot.asked', { perWeek: number(outcome.perWeek, 1), organizations: outcome.organizations })}</dd>
            <dt>{t('pilot.change')}</dt>
            <dd>
              {outcome.low === 0
                ? '–'
                : `${percent(outcome.ratio - 1)} · ${t('figures.interval', {
                    low: percent(outcome.low - 1),
                    high: percent(outcome.high - 1),
                  })}`}
            </dd>
            <dt>{t('pilot.advice')}</dt>
            <dd>
              <strong>{t(`pilot.advice.${outcome.advice}`)}</strong> {t(`pilot.because.${outcome.reason}`)}
            </dd>
          </>
        )}
      </Facts>
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
  );
}
