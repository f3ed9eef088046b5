import { Button } from '@zendeskgarden/react-buttons';
import { Kbd } from '@zendeskgarden/react-typography';
import { useEffect, useRef } from 'react';
import { DAY_MS, WEEK_MS } from '../../../../shared/time.ts';
import { useConsoleWords } from '../../keys.ts';
import { Card, Line, Quiet, Stack } from '../../parts/layout.tsx';

/** For how long a decision can be put off by one press. */
const SPANS = { day: DAY_MS, week: WEEK_MS, month: 30 * DAY_MS } as const;
const NAMES = ['day', 'week', 'month'] as const;

/** Until when: by its number or a press. */
export function PutOff(form: { isBusy: boolean; onPutOff: (forMs: number) => void; onCancel: () => void }) {
  const { t } = useConsoleWords();
  const box = useRef<HTMLElement>(null);
  // A button that is off while something is on its way can't be focused, and the numbers would go nowhere.
  useEffect(() => {
    if (!form.isBusy) box.current?.querySelector('button')?.focus();
  }, [form.isBusy]);
  return (
    <Card
      ref={box}
      aria-label={t('act.snooze')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') form.onCancel();
        const name = NAMES[Number(event.key) - 1];
        if (!name) return;
        event.preventDefault();
        form.onPutOff(SPANS[name]);
      }}
    >
      <Stack $gap={8}>
        <Line $gap={6}>
          {NAMES.map((name, at) => (
            <Button key={name} size="small" disabled={form.isBusy} onClick={() => form.onPutOff(SPANS[name])}>
              <Kbd>{at + 1}</Kbd>&nbsp;{t(`snooze.${name}`)}
            </Button>
          ))}
          <Button size="small" isBasic onClick={form.onCancel}>
            {t('act.cancel')}
          </Button>
        </Line>
        <Quiet>{t('snooze.note')}</Quiet>
      </Stack>
    </Card>
  );
}
