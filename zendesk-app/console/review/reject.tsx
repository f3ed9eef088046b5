import { Button } from '@zendeskgarden/react-buttons';
import { Field, Label, Textarea } from '@zendeskgarden/react-forms';
import { useEffect, useRef, useState } from 'react';
import { useConsoleWords } from '../keys.ts';
import { Card, Line, Quiet, Stack } from '../parts/layout.tsx';

const REASONS = ['wrong', 'known', 'internal', 'unclear'] as const;

/** Why not: a word is enough, and one of the usual ones is a click. Ctrl+Enter sends, Escape closes. */
export function RejectForm(reject: {
  isBusy: boolean;
  button?: string;
  onReject: (reason: string) => void;
  onCancel: () => void;
}) {
  const { t } = useConsoleWords();
  const [reason, setReason] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!reject.isBusy) field.current?.focus();
  }, [reject.isBusy]);
  const canSend = reason.trim() !== '' && !reject.isBusy;
  return (
    <Card
      as="form"
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
      }}
    >
      <Stack $gap={8}>
        <Line $gap={6}>
          {REASONS.map((one) => (
            <Button
              key={one}
              size="small"
              onClick={() => {
                setReason(t(`reject.${one}`));
                field.current?.focus();
              }}
            >
              {t(`reject.${one}`)}
            </Button>
          ))}
        </Line>
        <Field>
          <Label>{t('reject.label')}</Label>
          <Textarea
            ref={field}
            minRows={2}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Quiet>{t('reject.note')}</Quiet>
        <Line>
          <Button type="submit" isPrimary isDanger disabled={!canSend}>
            {reject.button ?? t('act.reject')}
          </Button>
          <Button isBasic onClick={reject.onCancel}>
            {t('act.cancel')}
          </Button>
        </Line>
      </Stack>
    </Card>
  );
}
