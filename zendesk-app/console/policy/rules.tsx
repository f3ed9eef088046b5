import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label, Toggle } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import type { PolicyView } from '../../../shared/console/running.ts';
import type { Policy } from '../../../shared/policy.ts';
import { useApi } from '../../frame/joined.tsx';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Card, Columns, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Failed } from '../parts/states.tsx';
import { ContentBlocks } from './content-blocks.tsx';
import { PrivateTeaching } from './private-teaching.tsx';
import { QuietHours } from './quiet-hours.tsx';

/** The bounds of what happens without a person, and of what is read; saved together, with what they mean beside them. */
export function Rules({ view, onChanged }: { view: PolicyView; onChanged: (view: PolicyView) => void }) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const [policy, setPolicy] = useState(view.policy);
  const isChanged = JSON.stringify(policy) !== JSON.stringify(view.policy);
  const auto = (more: Partial<Policy['autoPublish']>) =>
    setPolicy({ ...policy, autoPublish: { ...policy.autoPublish, ...more } });
  const save = () => act.run(async () => onChanged(await api.send<PolicyView>('PUT', '/app/console/policy', policy)));
  const number = (of: {
    name: 'maxPerDay' | 'maxPerHour' | 'reviewedFirst' | 'backfillDays';
    value: number;
    min: number;
    max: number;
    set: (value: number) => void;
  }) => (
    <Field>
      <Label>{t(`rules.${of.name}`)}</Label>
      <Hint>{t(`rules.${of.name}.hint`)}</Hint>
      <Input
        type="number"
        isCompact
        disabled={!view.mayChange}
        min={of.min}
        max={of.max}
        value={of.value}
        onChange={(event) => of.set(Math.min(of.max, Math.max(of.min, Math.round(Number(event.target.value)))))}
      />
    </Field>
  );
  return (
    <Card>
      <Stack $gap={12}>
        <Heading>{t('rules.title')}</Heading>
        <Field>
          <Toggle
            checked={policy.autoPublish.isEnabled}
            disabled={!view.mayChange}
            onChange={(event) => auto({ isEnabled: event.target.checked })}
          >
            <Label>{t('rules.auto')}</Label>
            <Hint>{t('rules.auto.hint')}</Hint>
          </Toggle>
        </Field>
        <Columns>
          {number({
            name: 'maxPerDay',
            value: policy.autoPublish.maxPerDay,
            min: 0,
            max: 1000,
            set: (maxPerDay) => auto({ maxPerDay }),
          })}
          {number({
            name: 'maxPerHour',
            value: policy.autoPublish.maxPerHour,
            min: 1,
            max: 1000,
            set: (maxPerHour) => auto({ maxPerHour }),
          })}
          {number({
            name: 'reviewedFirst',
            value: policy.autoPublish.reviewedFirst,
            min: 0,
            max: 10_000,
            set: (reviewedFirst) => auto({ reviewedFirst }),
          })}
          {number({
            name: 'backfillDays',
            value: policy.backfillDays,
            min: 1,
            max: 365,
            set: (backfillDays) => setPolicy({ ...policy, backfillDays }),
          })}
        </Columns>
        <QuietHours
          value={policy.autoPublish.quietHours}
          timeZone={policy.timeZone}
          mayChange={view.mayChange}
          onChange={(quietHours) => auto({ quietHours })}
          onTimeZone={(timeZone) => setPolicy({ ...policy, timeZone })}
        />
        <ContentBlocks
          value={policy.contentBlocks}
          mayChange={view.mayChange}
          onChange={(contentBlocks) => setPolicy({ ...policy, contentBlocks })}
        />
        <Field>
          <Label>{t('rules.voice')}</Label>
          <Hint>{t('rules.voice.hint')}</Hint>
          <Input
            isCompact
            maxLength={300}
            disabled={!view.mayChange}
            value={policy.voice}
            onChange={(event) => setPolicy({ ...policy, voice: event.target.value })}
          />
        </Field>
        <PrivateTeaching
          value={policy.learnsFromPrivate}
          isDisabled={!view.mayChange}
          onChange={(learnsFromPrivate) => setPolicy({ ...policy, learnsFromPrivate })}
        />
        {act.failure && <Failed failure={act.failure} />}
        {view.mayChange && (
          <Line>
            <Button isPrimary disabled={!isChanged || act.isBusy} onClick={save}>
              {t('rules.save')}
            </Button>
            <Button isBasic disabled={!isChanged || act.isBusy} onClick={() => setPolicy(view.policy)}>
              {t('act.discard')}
            </Button>
            {isChanged && <Quiet role="status">{t('rules.unsaved')}</Quiet>}
          </Line>
        )}
      </Stack>
    </Card>
  );
}
