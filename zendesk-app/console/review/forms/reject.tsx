import { Button } from '@zendeskgarden/react-buttons';
import { Field, Label, Textarea } from '@zendeskgarden/react-forms';
import { Kbd } from '@zendeskgarden/react-typography';
import { useEffect, useRef, useState } from 'react';
import { useConsoleWords } from '../../keys.ts';
import { Card, Line, Quiet, Stack } from '../../parts/layout.tsx';
import { isTyped } from '../shortcuts.ts';

const REASONS = ['wrong', 'known', 'internal', 'unclear'] as const;

/** Why not: one of the usual reasons by its number or a press, or one's own words. Ctrl+Enter sends those, Escape closes. */
export function RejectForm(reject: {
  isBusy: boolean;
  button?: string;
  onReject: (reason: string) => void;
  onCancel: () => void;
}) {
  const { t } = useConsoleWords();
  const [reason, setReason] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!reject.isBusy) form.current?.querySelector('button')?.focus();
  }, [reject.isBusy]);
  const canSend = reason.trim() !== '' && !reject.isBusy;
  const choose = (one: (typeof REASONS)[number]) => !reject.isBusy && reject.onReject(t(`reject.${one}`));
  return (
    <Card
      as="form"
      ref={form}
      aria-label={t('act.reject')}
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend) reject.onReject(reason);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          reject.onCancel();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && canSend) reject.onReject(reason);
        const usual = REASONS[Number(event.key) - 1];
        if (usual && !isField(event.target)) {
          event.preventDefault();
          choose(usual);
        }
      }}
    >
      <Stack $gap={8}>
        <Line $gap={6}>
          {REASONS.map((one, at) => (
            <Button key={one} size="small" disabled={reject.isBusy} onClick={() => choose(one)}>
              <Kbd>{at + 1}</Kbd>&nbsp;{t(`reject.${one}`)}
            </Button>
          ))}
        </Line>
        <Field>
          <Label>{t('reject.label')}</Label>
          <Textarea
            isCompact
            minRows={1}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Line>
          <Button size="small" type="submit" isPrimary isDanger disabled={!canSend}>
            {reject.button ?? t('act.reject')}
          </Button>
          <Button size="small" isBasic onClick={reject.onCancel}>
            {t('act.cancel')}
          </Button>
          <Quiet>{t('reject.note')}</Quiet>
        </Line>
      </Stack>
    </Card>
  );
}

const isField = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement || (isTyped(target) && target instanceof HTMLInputElement);
