import { Button } from '@zendeskgarden/react-buttons';
import { Field, Textarea } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { AdvisedArticle } from '../../../shared/advice.ts';
import { useWords } from '../../frame/joined.tsx';
import { Part, Quiet, Row } from '../look.tsx';
import { useTelling } from '../telling.ts';
import type { Key } from '../words.ts';
import { StatementChoice } from './statement-choice.tsx';

/** Longest reason the worker takes. Source: shared/advice.ts. */
const MAX_REASON_CHARS = 1_000;

/** Says in a word what is wrong with an article, or with one sentence of it. */
export function FlagForm({
  article,
  conversationId,
  onClose,
}: {
  article: AdvisedArticle;
  conversationId: string;
  onClose: () => void;
}) {
  const { t } = useWords<Key>();
  const { state, failure, tell } = useTelling(conversationId);
  const [line, setLine] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setEmpty(reason.trim() === '');
    if (reason.trim() === '') field.current?.focus();
    else await tell({ kind: 'flagged', articleId: article.id, line, reason: reason.trim() });
  };

  if (state === 'told')
    return (
      <Quiet role="status" tabIndex={-1}>
        {t('flag_sent')}
      </Quiet>
    );
  return (
    <Part
      as="form"
      noValidate
      onSubmit={(event: FormEvent) => void send(event)}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <StatementChoice article={article} conversationId={conversationId} line={line} onChosen={setLine} />
      <Field>
        <Field.Label isRegular>{t('flag_reason')}</Field.Label>
        <Textarea
          ref={field}
          value={reason}
          maxLength={MAX_REASON_CHARS}
          minRows={2}
          maxRows={6}
          isCompact
          onChange={({ target }) => setReason(target.value)}
          {...(isEmpty ? { validation: 'error' as const } : {})}
        />
        {isEmpty && <Field.Message validation="error">{t('flag_empty')}</Field.Message>}
      </Field>
      <Row>
        <Button size="small" type="submit" isPrimary disabled={state === 'sending'}>
          {t('send')}
        </Button>
        <Button size="small" isBasic type="button" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Quiet as="span" role="status">
          {failure && t(failure === 'moved' ? 'flag_moved' : 'not_sent')}
        </Quiet>
      </Row>
    </Part>
  );
}
