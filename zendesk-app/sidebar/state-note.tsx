import { Button } from '@zendeskgarden/react-buttons';
import type { FailureKind } from '../frame/failure.ts';
import { useWords } from '../frame/joined.tsx';
import { Heading, Panel, Part, Quiet } from './look.tsx';
import type { Key } from './words.ts';

/** One calm line, what it means where that helps, and a way on where there is one. */
export function StateNote({ text, hint, onRetry }: { text: string; hint?: string; onRetry?: () => void }) {
  const { t } = useWords<Key>();
  return (
    <Part role="status">
      {hint ? <Heading as="p">{text}</Heading> : <Quiet>{text}</Quiet>}
      {hint && <Quiet>{hint}</Quiet>}
      {onRetry && (
        <div>
          <Button size="small" onClick={onRetry}>
            {t('try_again')}
          </Button>
        </div>
      )}
    </Part>
  );
}

const SAID: Record<FailureKind, { text: Key; hint: Key; isRetried: boolean }> = {
  offline: { text: 'fail_offline', hint: 'fail_offline_hint', isRetried: true },
  down: { text: 'fail_down', hint: 'fail_down_hint', isRetried: true },
  moved: { text: 'fail_down', hint: 'fail_down_hint', isRetried: true },
  refused: { text: 'fail_down', hint: 'fail_down_hint', isRetried: true },
  no_rights: { text: 'fail_no_rights', hint: 'fail_no_rights_hint', isRetried: false },
  gone: { text: 'state_gone', hint: 'state_gone_hint', isRetried: false },
  reopen: { text: 'fail_reopen', hint: 'fail_reopen_hint', isRetried: false },
};

/** Why nothing can be shown, and what to do. */
export function FailureNote({ kind, onRetry }: { kind: FailureKind; onRetry: () => void }) {
  const { t } = useWords<Key>();
  const { text, hint, isRetried } = SAID[kind];
  return <StateNote text={t(text)} hint={t(hint)} {...(isRetried ? { onRetry } : {})} />;
}

/** The same before anything is joined: words alone. */
export function PlainNote({ text, hint }: { text: string; hint?: string }) {
  return (
    <Panel>
      <Part role="status">
        <Heading as="p">{text}</Heading>
        {hint && <Quiet>{hint}</Quiet>}
      </Part>
    </Panel>
  );
}
