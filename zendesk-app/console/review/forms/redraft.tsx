import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Label, Textarea } from '@zendeskgarden/react-forms';
import { useEffect, useRef, useState } from 'react';
import type { DecisionView } from '../../../../shared/console/review.ts';
import { useConsoleWords } from '../../keys.ts';
import { Card, Line, Quiet, Stack } from '../../parts/layout.tsx';

/** Wrong, draft again: which sentences are wrong and what is to change. Ctrl+Enter sends, Escape closes. */
export function RedraftForm(form: {
  view: DecisionView;
  isBusy: boolean;
  onRedraft: (said: { reason: string; wrong: string[] }) => void;
  onCancel: () => void;
}) {
  const { t } = useConsoleWords();
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const canSend = reason.trim() !== '' && !form.isBusy;
  const send = () => canSend && form.onRedraft({ reason, wrong: [...wrong] });
  const toggle = (text: string) => {
    const next = new Set(wrong);
    if (!next.delete(text)) next.add(text);
    setWrong(next);
  };
  return (
    <Card
      as="form"
      aria-label={t('act.redraft')}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') form.onCancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
      }}
    >
      <Stack $gap={8}>
        <Field>
          <Label>{t('redraft.label')}</Label>
          <Textarea
            ref={field}
            isCompact
            minRows={1}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        {form.view.sentences.length > 0 && (
          <Stack $gap={4} role="group" aria-label={t('redraft.which')} style={{ maxHeight: 160, overflow: 'auto' }}>
            <Quiet>{t('redraft.which')}</Quiet>
            {form.view.sentences.map((text) => (
              <Field key={text}>
                <Checkbox isCompact checked={wrong.has(text)} onChange={() => toggle(text)}>
                  <Label isRegular>{text}</Label>
                </Checkbox>
              </Field>
            ))}
          </Stack>
        )}
        <Line>
          <Button size="small" type="submit" isPrimary disabled={!canSend}>
            {t('act.redraft')}
          </Button>
          <Button size="small" isBasic onClick={form.onCancel}>
            {t('act.cancel')}
          </Button>
          <Quiet>{t('redraft.note')}</Quiet>
        </Line>
      </Stack>
    </Card>
  );
}
