import { Field, Hint, Label, Range } from '@zendeskgarden/react-forms';
import { useEffect, useState } from 'react';
import type { WhatIf } from '../../../shared/autonomy.ts';
import type { PolicyView } from '../../../shared/console/running.ts';
import { useLoad } from '../../frame/load.ts';
import { named, useConsoleWords } from '../keys.ts';
import { Card, Columns, Heading, Link, Quiet, Stack } from '../parts/layout.tsx';
import { Shown } from '../parts/states.tsx';
import { linkTo } from '../route.ts';

/** A slider that stands still for so long is asked for. */
const SETTLE_MS = 250;

/** Two sliders answered from the past: what would have been published without a person, and how that ended. */
export function WhatIfSlider({ view }: { view: PolicyView }) {
  const words = useConsoleWords();
  const { t, number, percent } = words;
  const [floor, setFloor] = useState(view.standing.floor);
  const [target, setTarget] = useState(view.policy.targetBadRate);
  const asked = useSettled(`floor=${floor}&target=${target}`);
  const loaded = useLoad<WhatIf>(`/app/console/policy/what-if?${asked}`);
  return (
    <Card>
      <Stack $gap={12}>
        <Heading>{t('whatIf.title')}</Heading>
        <Quiet as="p">{t('whatIf.lead')}</Quiet>
        <Columns>
          <Field>
            <Label>{t('whatIf.floor', { value: floor })}</Label>
            <Hint>{t('whatIf.floor.hint')}</Hint>
            <Range
              min={0.95}
              max={0.995}
              step={0.005}
              value={floor}
              onChange={(event) => setFloor(Number(event.target.value))}
            />
          </Field>
          <Field>
            <Label>{t('whatIf.target', { value: percent(target, 1) })}</Label>
            <Hint>{t('whatIf.target.hint')}</Hint>
            <Range
              min={0.01}
              max={0.2}
              step={0.01}
              value={target}
              onChange={(event) => setTarget(Number(event.target.value))}
            />
          </Field>
        </Columns>
        <Shown of={loaded}>
          {(answer) => (
            <Stack $gap={6} aria-live="polite">
              <p>
                <strong>
                  {answer.decided === 0
                    ? t('whatIf.nothing')
                    : t('whatIf.answer', { published: answer.published, decided: answer.decided, bad: answer.bad })}
                </strong>
              </p>
              {answer.examples.map((example) => (
                <p key={example.fixId}>
                  <Link href={linkTo('review', example.fixId)}>{example.title}</Link>{' '}
                  <Quiet>{`${example.category} · ${number(example.confidence, 2)} · ${named(words, 'outcome', example.outcome)}`}</Quiet>
                </p>
              ))}
            </Stack>
          )}
        </Shown>
      </Stack>
    </Card>
  );
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
