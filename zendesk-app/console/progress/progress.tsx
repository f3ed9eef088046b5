import type { ProgressRow, Progress as Read } from '../../../shared/console/running.ts';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { ExportButtons } from '../parts/export.tsx';
import { Grid } from '../parts/grid.tsx';
import { Card, Heading, Quiet, Stack } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { Empty, Shown } from '../parts/states.tsx';
import { Chart } from './chart.tsx';

const DAY_MS = 86_400_000;

/** What was found, changed and proved, month by month; the last weeks as a chart with its table. */
export function Progress() {
  const { t } = useConsoleWords();
  const loaded = useLoad<Read>('/app/console/progress');
  return (
    <Page title={t('nav.progress')} lead={t('progress.lead')} actions={<ExportButtons table="progress" />}>
      <Shown of={loaded}>
        {({ months, weeks }) =>
          months.every((month) => month.conversations === 0 && month.opened === 0) ? (
            <Empty title={t('progress.none')}>{t('progress.none.text')}</Empty>
          ) : (
            <Stack>
              <Card>
                <Stack $gap={8}>
                  <Heading>{t('progress.weeks')}</Heading>
                  <Chart rows={weeks} />
                  <details>
                    <summary>{t('progress.asTable')}</summary>
                    <Rows rows={weeks} label={t('progress.weeks')} period="week" />
                  </details>
                </Stack>
              </Card>
              <Card>
                <Stack $gap={8}>
                  <Heading>{t('progress.months')}</Heading>
                  <Rows rows={months} label={t('progress.months')} period="month" />
                  <Quiet>{t('progress.note')}</Quiet>
                </Stack>
              </Card>
            </Stack>
          )
        }
      </Shown>
    </Page>
  );
}

function Rows({ rows, label, period }: { rows: ProgressRow[]; label: string; period: 'week' | 'month' }) {
  const { t, number, date, locale } = useConsoleWords();
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <Grid
      label={label}
      rows={rows.toReversed()}
      keyOf={(row) => String(row.from)}
      columns={[
        {
          name: t(`progress.${period}`),
          cell: (row) => (period === 'month' ? month.format(row.from) : date(row.from)),
        },
        { name: t('progress.conversations'), isNumeric: true, cell: (row) => number(row.conversations) },
        { name: t('progress.opened'), isNumeric: true, cell: (row) => number(row.opened) },
        { name: t('progress.published'), isNumeric: true, cell: (row) => number(row.published) },
        { name: t('progress.healed'), isNumeric: true, cell: (row) => number(row.healed) },
        { name: t('progress.prevented'), isNumeric: true, cell: (row) => number(row.prevented, 1) },
        {
          name: t('progress.median'),
          isNumeric: true,
          cell: (row) => (row.medianToHealMs === null ? '–' : t('time.days', { value: row.medianToHealMs / DAY_MS })),
        },
      ]}
    />
  );
}
