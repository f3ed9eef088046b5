import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label, Toggle } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import type { PolicyView } from '../../../shared/console/running.ts';
import { useApi } from '../../frame/joined.tsx';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Card, Columns, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Failed } from '../parts/states.tsx';

/** By what figures are reckoned: minutes and cost of the team's work, and the survey of one question. */
export function Measuring({ view, onChanged }: { view: PolicyView; onChanged: (view: PolicyView) => void }) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const [work, setWork] = useState(view.policy.work);
  const [effort, setEffort] = useState(view.policy.effort);
  const isDisabled = !view.mayChange;
  const isChanged = JSON.stringify([work, effort]) !== JSON.stringify([view.policy.work, view.policy.effort]);
  const isWhole = !effort.isOn || effort.field.trim() !== '';
  const save = () =>
    act.run(async () => onChanged(await api.send<PolicyView>('PUT', '/app/console/policy', { work, effort })));
  const minutes = (name: 'minutesAReply' | 'minutesAnArticle', min: number, max: number) => (
    <Field>
      <Label>{t(`measuring.${name}`)}</Label>
      <Input
        type="number"
        isCompact
        disabled={isDisabled}
        min={min}
        max={max}
        step={name === 'minutesAReply' ? 0.5 : 1}
        value={work[name]}
        onChange={({ target }) => setWork({ ...work, [name]: Math.min(max, Math.max(min, Number(target.value))) })}
      />
    </Field>
  );
  return (
    <Card>
      <Stack $gap={12}>
        <Heading>{t('measuring.title')}</Heading>
        <Quiet as="p">{t('measuring.text')}</Quiet>
        <Columns>
          {minutes('minutesAReply', 0.5, 240)}
          {minutes('minutesAnArticle', 1, 2_400)}
          <Field>
            <Label>{t('measuring.hourCost')}</Label>
            <Input
              type="number"
              isCompact
              disabled={isDisabled}
              min={0}
              max={10_000}
              placeholder={t('measuring.noCost')}
              value={work.hourCost ?? ''}
              onChange={({ target }) =>
                setWork({ ...work, hourCost: target.value === '' ? null : Math.max(0, Number(target.value)) })
              }
            />
          </Field>
          <Field>
            <Label>{t('measuring.currency')}</Label>
            <Input
              isCompact
              disabled={isDisabled}
              maxLength={3}
              value={work.currency}
              onChange={({ target }) => setWork({ ...work, currency: target.value.toUpperCase() })}
            />
          </Field>
        </Columns>
        <Field>
          <Toggle
            checked={effort.isOn}
            disabled={isDisabled}
            onChange={({ target }) => setEffort({ ...effort, isOn: target.checked })}
          >
            <Label>{t('survey.on')}</Label>
            <Hint>{t('survey.hint')}</Hint>
          </Toggle>
        </Field>
        <Field>
          <Label>{t('survey.field')}</Label>
          <Hint>{t('survey.field.hint')}</Hint>
          <Input
            isCompact
            disabled={isDisabled}
            maxLength={100}
            style={{ maxWidth: 320 }}
            value={effort.field}
            onChange={({ target }) => setEffort({ ...effort, field: target.value })}
          />
        </Field>
        {act.failure && <Failed failure={act.failure} />}
        {view.mayChange && (
          <Line>
            <Button
              isPrimary
              disabled={act.isBusy || !isChanged || !isWhole || work.currency.length !== 3}
              onClick={save}
            >
              {t('measuring.save')}
            </Button>
            {isChanged && <Quiet role="status">{t('rules.unsaved')}</Quiet>}
          </Line>
        )}
      </Stack>
    </Card>
  );
}
