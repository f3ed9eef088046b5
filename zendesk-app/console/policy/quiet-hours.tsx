import { Field, Hint, Input, Label, Toggle } from '@zendeskgarden/react-forms';
import type { Policy } from '../../../shared/policy.ts';
import { useConsoleWords } from '../keys.ts';
import { Columns, Stack } from '../parts/layout.tsx';

type Quiet = Policy['autoPublish']['quietHours'];

/** The nights of most places: what is offered when quiet hours are switched on. */
const NIGHT: NonNullable<Quiet> = { fromMinute: 20 * 60, toMinute: 8 * 60 };

/** Hours in which nothing is published without a person, in the account's time zone. */
export function QuietHours(hours: {
  value: Quiet;
  timeZone: string;
  mayChange: boolean;
  onChange: (value: Quiet) => void;
  onTimeZone: (zone: string) => void;
}) {
  const { t } = useConsoleWords();
  const { value } = hours;
  return (
    <Stack $gap={8}>
      <Field>
        <Toggle
          checked={value !== null}
          disabled={!hours.mayChange}
          onChange={(event) => hours.onChange(event.target.checked ? NIGHT : null)}
        >
          <Label>{t('quiet.title')}</Label>
          <Hint>{t('quiet.hint')}</Hint>
        </Toggle>
      </Field>
      {value && (
        <Columns>
          {(['fromMinute', 'toMinute'] as const).map((side) => (
            <Field key={side}>
              <Label>{t(`quiet.${side}`)}</Label>
              <Input
                type="time"
                isCompact
                required
                disabled={!hours.mayChange}
                value={clockOf(value[side])}
                onChange={(event) => hours.onChange({ ...value, [side]: minuteOf(event.target.value) ?? value[side] })}
              />
            </Field>
          ))}
          <Field>
            <Label>{t('quiet.zone')}</Label>
            <Input
              isCompact
              list="time-zones"
              disabled={!hours.mayChange}
              value={hours.timeZone}
              onChange={(event) => hours.onTimeZone(event.target.value)}
            />
          </Field>
          <datalist id="time-zones">
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </Columns>
      )}
    </Stack>
  );
}

/** `20:30` of a minute of the day. */
export function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The minute of the day of `20:30`; null for anything else. */
export function minuteOf(clock: string): number | null {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(clock);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}
