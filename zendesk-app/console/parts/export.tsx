import { Button } from '@zendeskgarden/react-buttons';
import { useApi } from '../../frame/joined.tsx';
import { useConsoleWords } from '../keys.ts';
import { useAct } from './act.ts';
import { Quiet } from './layout.tsx';

/** How long a download may need to begin before its address is given up. */
const REVOKE_MS = 60_000;

/** A table as a file: CSV for spreadsheets, JSON for programs. */
export function ExportButtons({ table }: { table: string }) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const save = (format: 'csv' | 'json') =>
    act.run(async () => {
      const name = `${table}.${format}`;
      download(`mend-${name}`, await api.text(`/app/console/export/${name}`), format);
    });
  return (
    <>
      {(['csv', 'json'] as const).map((format) => (
        <Button key={format} size="small" disabled={act.isBusy} onClick={() => save(format)}>
          {t('act.export', { format: format.toUpperCase() })}
        </Button>
      ))}
      {act.failure && <Quiet role="alert">{t(`failure.${act.failure.kind}`)}</Quiet>}
    </>
  );
}

function download(name: string, text: string, format: 'csv' | 'json'): void {
  const type = format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json';
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS);
}
