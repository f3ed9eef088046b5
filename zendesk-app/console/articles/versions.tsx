import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { ArticleView, VersionRow } from '../../../shared/console/knowledge.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLookAgain } from '../../frame/look-again.ts';
import { isLead } from '../../frame/rights.ts';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { ChangeView } from '../parts/change.tsx';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { ReasonDialog } from '../parts/reason.tsx';

/** An article's versions, newest first, each with what it changed; ours can be taken back while it stands. */
export function Versions({ article, onReverted }: { article: ArticleView; onReverted: () => Promise<void> }) {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const [asked, setAsked] = useState<string | null>(null);
  const [taken, setTaken] = useState<string | null>(null);
  const isUnderWay = taken !== null && article.versions.some(({ revertId }) => revertId === taken);
  useLookAgain(isUnderWay, onReverted);
  const revert = (id: string, reason: string) =>
    act
      .run(() => api.send('POST', `/app/console/publications/${encodeURIComponent(id)}/rollback`, { reason }))
      .then(async (isDone) => {
        if (!isDone) return;
        setAsked(null);
        setTaken(id);
        await onReverted();
      });
  return (
    <Card>
      <Stack $gap={12}>
        <Heading>{t('versions.title')}</Heading>
        {isUnderWay && <p role="status">{t('versions.underWay')}</p>}
        {article.versions.map((version) => (
          <Version
            key={version.at}
            version={version}
            onRevert={version.revertId && isLead(api.viewer) && !isUnderWay ? () => setAsked(version.revertId) : null}
          />
        ))}
      </Stack>
      {asked && (
        <ReasonDialog
          title={t('versions.revert.title')}
          text={t('versions.revert.text')}
          button={t('versions.revert')}
          act={act}
          onClose={() => setAsked(null)}
          onConfirm={(reason) => void revert(asked, reason)}
        />
      )}
    </Card>
  );
}

function Version({ version, onRevert }: { version: VersionRow; onRevert: (() => void) | null }) {
  const { t, dateTime } = useConsoleWords();
  return (
    <Stack $gap={6}>
      <Line $end>
        <span>
          <strong>{dateTime(version.at)}</strong> <Quiet>{t(`versions.by.${version.by}`)}</Quiet>
        </span>
        {onRevert && (
          <Button size="small" onClick={onRevert}>
            {t('versions.revert')}
          </Button>
        )}
      </Line>
      {version.change && (
        <details>
          <summary>{t('versions.what')}</summary>
          <ChangeView change={version.change} />
        </details>
      )}
    </Stack>
  );
}
