import { Button } from '@zendeskgarden/react-buttons';
import { getColor } from '@zendeskgarden/react-theming';
import { Kbd } from '@zendeskgarden/react-typography';
import type { ReactNode } from 'react';
import styled from 'styled-components';
import type { DecisionView } from '../../../../shared/console/review.ts';
import type { FixKind } from '../../../../shared/fix.ts';
import { useConsoleWords } from '../../keys.ts';
import { Line, Stack } from '../../parts/layout.tsx';
import type { Form } from '../deciding.ts';
import { type Command, keyOf } from '../shortcuts.ts';

/** What a yes is called where nothing is published by it. */
const APPROVING: Partial<Record<FixKind, 'act.acknowledge' | 'act.done'>> = {
  bug_report: 'act.acknowledge',
  reply_template: 'act.done',
  routing_rule: 'act.done',
};

const Bar = styled.div`
  position: sticky;
  bottom: 0;
  z-index: 5;
  margin: 0 -4px;
  padding: 10px 4px;
  background: ${({ theme }) => getColor({ variable: 'background.default', theme })};
  border-top: 1px solid ${({ theme }) => getColor({ variable: 'border.default', theme })};
`;

/** What can be done with a decision, always in sight, each with its key; the form of what was chosen stands above. */
export function ActionBar(bar: {
  view: DecisionView;
  form: Form | null;
  isBusy: boolean;
  isMine: boolean;
  onApprove: () => void;
  onForm: (form: Form) => void;
  onTake: () => void;
  onWake: () => void;
  onToDraft: () => void;
  children: ReactNode;
}) {
  const { t } = useConsoleWords();
  const { view, isBusy } = bar;
  const canApprove = view.failed.length === 0;
  const isWording = view.kind !== 'terms';
  return (
    <Bar>
      <Stack $gap={10}>
        {bar.children}
        <Line $gap={6} role="group" aria-label={t('review.actions')}>
          {canApprove && (
            <Button size="small" isPrimary disabled={isBusy} onClick={bar.onApprove}>
              {t(view.savesMacro ? 'act.saveMacro' : (APPROVING[view.kind] ?? 'act.approve'))}
              <Key of="approve" />
            </Button>
          )}
          {isWording && (
            <Button size="small" isPrimary={!canApprove} disabled={isBusy} onClick={() => bar.onForm('edit')}>
              {t('act.edit')}
              <Key of="edit" />
            </Button>
          )}
          <Button size="small" isDanger disabled={isBusy} onClick={() => bar.onForm('reject')}>
            {t('act.reject')}
            <Key of="reject" />
          </Button>
          {isWording && (
            <Button size="small" disabled={isBusy} onClick={() => bar.onForm('redraft')}>
              {t('act.redraft')}
              <Key of="redraft" />
            </Button>
          )}
          <Button
            size="small"
            isBasic
            disabled={isBusy}
            onClick={() => (view.snoozedUntil === null ? bar.onForm('snooze') : bar.onWake())}
          >
            {t(view.snoozedUntil === null ? 'act.snooze' : 'act.wake')}
            <Key of="snooze" />
          </Button>
          <Button size="small" isBasic disabled={isBusy} onClick={bar.onTake}>
            {t(bar.isMine ? 'gaps.free' : 'gaps.take')}
            <Key of="take" />
          </Button>
          {view.isEdited && (
            <Button size="small" isBasic disabled={isBusy} onClick={bar.onToDraft}>
              {t('edit.toDraft')}
            </Button>
          )}
        </Line>
      </Stack>
    </Bar>
  );
}

/** The key of a button; a screen reader has the help for it. */
function Key({ of }: { of: Command }) {
  return (
    <span aria-hidden style={{ marginInlineStart: 6 }}>
      <Kbd>{keyOf(of)}</Kbd>
    </span>
  );
}
