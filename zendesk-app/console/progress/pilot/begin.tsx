import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Input, Label } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import type { PilotProposal } from '../../../../shared/measure/pilot.ts';
import { useConsoleWords } from '../../keys.ts';
import type { Act } from '../../parts/act.ts';
import { Line, Quiet, Stack } from '../../parts/layout.tsx';

/** Days that are compared where nobody says otherwise: four weeks, of whole weeks since weekdays differ. */
const DAYS = 28;

export type Send = (path: string, body?: unknown) => Promise<boolean>;

/** The sections to begin with, best first and why; and for how long. */
export function Begin({
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
