import { Button } from '@zendeskgarden/react-buttons';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { Alert, Title, Well } from '@zendeskgarden/react-notifications';
import type { ReactNode } from 'react';
import type { Failure } from '../../frame/failure.ts';
import type { Loaded } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { Line, Stack } from './layout.tsx';
import { Said } from './said.tsx';

/** Why there is nothing to see or why it did not work, and what to do about it. */
export function Failed({ failure, onAgain }: { failure: Failure; onAgain?: () => void }) {
  const { t } = useConsoleWords();
  const canTryAgain = onAgain && !['no_rights', 'reopen'].includes(failure.kind);
  return (
    <Alert type={failure.kind === 'moved' ? 'warning' : 'error'} role="alert">
      <Title>{t(`failure.${failure.kind}`)}</Title>
      <Stack $gap={8}>
        <span>{t(`failure.${failure.kind}.todo`)}</span>
        {failure.said && <Said it={failure.said} />}
        {canTryAgain && (
          <Line>
            <Button size="small" onClick={onAgain}>
              {t('act.again')}
            </Button>
          </Line>
        )}
      </Stack>
    </Alert>
  );
}

/** Nothing is there yet: what will come, and from what. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Well isRecessed>
      <Title>{title}</Title>
      {children}
    </Well>
  );
}

export function Loading() {
  const { t } = useConsoleWords();
  return (
    <Stack role="status" aria-label={t('state.loading')} $gap={8}>
      {['60%', '100%', '90%', '40%'].map((width) => (
        <Skeleton key={width} width={width} height="16px" />
      ))}
    </Stack>
  );
}

/** Draws what was loaded; before that a skeleton, or why there is none. An old answer stays while it fails to renew. */
export function Shown<T>({ of, children }: { of: Loaded<T>; children: (value: T) => ReactNode }) {
  return (
    <>
      {of.failure && <Failed failure={of.failure} onAgain={of.reload} />}
      {of.value !== null ? children(of.value) : !of.failure && <Loading />}
    </>
  );
}
