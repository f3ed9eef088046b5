import type { SetAsideRow } from '../../../shared/console/running.ts';
import { useConsoleWords } from '../keys.ts';
import { Grid } from '../parts/grid.tsx';
import { Card, Heading, Quiet, Stack } from '../parts/layout.tsx';

/** Rows of the helpdesk that could not be read, by id; nothing is shown without any. */
export function SetAside({ rows }: { rows: SetAsideRow[] }) {
  const { t, dateTime } = useConsoleWords();
  if (rows.length === 0) return null;
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('aside.title', { count: rows.length })}</Heading>
        <Quiet>{t('aside.lead')}</Quiet>
        <Grid
          label={t('aside.title', { count: rows.length })}
          rows={rows}
          keyOf={(row) => `${row.what}/${row.id}/${row.why}`}
          columns={[
            { name: t('aside.what'), cell: (row) => row.what },
            { name: t('aside.id'), cell: (row) => row.id },
            { name: t('aside.why'), width: '45%', cell: (row) => <span lang="en">{row.why}</span> },
            { name: t('aside.at'), cell: (row) => dateTime(row.at) },
          ]}
        />
      </Stack>
    </Card>
  );
}
