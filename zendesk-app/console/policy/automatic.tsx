import { Button } from '@zendeskgarden/react-buttons';
import { Field, Label, Select } from '@zendeskgarden/react-forms';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { useState } from 'react';
import type { AnswerMode, RouteMode } from '../../../shared/automatic.ts';
import type { AutomaticRecord, AutomaticView, ShownAct } from '../../../shared/console/automatic.ts';
import type { PolicyView } from '../../../shared/console/running.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Grid } from '../parts/grid.tsx';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Failed, Shown } from '../parts/states.tsx';

const ANSWER_MODES: readonly AnswerMode[] = ['off', 'dark', 'note', 'public'];
const ROUTE_MODES: readonly RouteMode[] = ['off', 'dark', 'assign'];

type Changed = (view: PolicyView) => void;

/** What is done in conversations without a person, section by section: how far it may go, its record, what it said lately. */
export function Automatic({ view, onChanged }: { view: PolicyView; onChanged: Changed }) {
  const { t } = useConsoleWords();
  const loaded = useLoad<AutomaticView>('/app/console/automatic');
  const [judged, setJudged] = useState<AutomaticView | null>(null);
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('auto.title')}</Heading>
        <Quiet as="p">{t('auto.lead')}</Quiet>
        <Shown of={{ ...loaded, value: judged ?? loaded.value }}>
          {(now) => (
            <Stack $gap={12}>
              {!now.isPublicAllowed && (
                <Alert type="info">
                  <Title>{t('auto.notAllowed')}</Title>
                </Alert>
              )}
              <Modes now={now} view={view} onChanged={onChanged} />
              <Latest now={now} onJudged={setJudged} />
            </Stack>
          )}
        </Shown>
      </Stack>
    </Card>
  );
}

function Modes({ now, view, onChanged }: { now: AutomaticView; view: PolicyView; onChanged: Changed }) {
  const { t, percent } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const { answers, routing } = view.policy;
  const put = (wish: object) =>
    act.run(async () => onChanged(await api.send<PolicyView>('PUT', '/app/console/policy', wish)));
  const selectOf = ({ kind, category }: AutomaticRecord) => {
    const isAnswer = kind === 'answer';
    const modes: readonly (AnswerMode | RouteMode)[] = isAnswer ? ANSWER_MODES : ROUTE_MODES;
    const set = (mode: string) =>
      isAnswer
        ? put({ answers: { ...answers, modes: { ...answers.modes, [category]: mode } } })
        : put({ routing: { modes: { ...routing.modes, [category]: mode } } });
    return (
      <Field>
        <Label hidden>{`${t(`auto.kind.${kind}`)}: ${category}`}</Label>
        <Select
          isCompact
          disabled={!view.mayChange || act.isBusy}
          value={(isAnswer ? answers.modes : routing.modes)[category] ?? 'off'}
          onChange={(event) => set(event.target.value)}
        >
          {modes.map((mode) => (
            <option key={mode} value={mode}>
              {t(`auto.mode.${mode}`)}
            </option>
          ))}
        </Select>
      </Field>
    );
  };
  return (
    <Stack $gap={4}>
      {act.failure && <Failed failure={act.failure} />}
      <Grid
        label={t('auto.title')}
        rows={now.records}
        keyOf={({ kind, category }) => `${kind} ${category}`}
        columns={[
          { name: t('unlock.category'), cell: ({ category }) => category },
          { name: t('auto.what'), cell: ({ kind }) => t(`auto.kind.${kind}`) },
          { name: t('auto.mode'), cell: selectOf },
          {
            name: t('auto.record'),
            width: '34%',
            cell: ({ isEarned, good, bad, missing, upperBound }) => (
              <Stack $gap={2}>
                <span>{isEarned ? t('auto.earned') : t('auto.missing', { count: missing })}</span>
                {good + bad > 0 && <Quiet>{t('auto.past', { good, bad, bound: percent(upperBound, 1) })}</Quiet>}
              </Stack>
            ),
          },
        ]}
      />
    </Stack>
  );
}

function Latest({ now, onJudged }: { now: AutomaticView; onJudged: (view: AutomaticView) => void }) {
  const { t, dateTime } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const judge = ({ kind, conversationId }: ShownAct, isGood: boolean) =>
    act.run(async () =>
      onJudged(await api.send<AutomaticView>('POST', '/app/console/automatic/judge', { kind, conversationId, isGood })),
    );
  if (now.latest.length === 0) return <Quiet as="p">{t('auto.none')}</Quiet>;
  return (
    <Stack $gap={4}>
      {act.failure && <Failed failure={act.failure} />}
      <Grid
        label={t('auto.latest')}
        rows={now.latest}
        keyOf={({ kind, conversationId }) => `${kind} ${conversationId}`}
        columns={[
          { name: t('auto.when'), cell: ({ at }) => dateTime(at) },
          { name: t('auto.conversation'), cell: ({ conversationId, category }) => `${conversationId} · ${category}` },
          {
            name: t('auto.said'),
            width: '42%',
            cell: ({ said, team }) => <span style={{ whiteSpace: 'pre-line' }}>{team ?? said}</span>,
          },
          {
            name: t('auto.ended'),
            cell: (one) =>
              one.isAsked ? (
                <Line>
                  <Button size="small" disabled={act.isBusy} onClick={() => judge(one, true)}>
                    {t('auto.answers')}
                  </Button>
                  <Button size="small" disabled={act.isBusy} onClick={() => judge(one, false)}>
                    {t('auto.answersNot')}
                  </Button>
                </Line>
              ) : (
                <span>
                  {t(`auto.state.${one.state}`)} · {t(`auto.verdict.${one.verdict}`)}
                </span>
              ),
          },
        ]}
      />
    </Stack>
  );
}
