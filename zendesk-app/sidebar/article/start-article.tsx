import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Textarea } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Started } from '../../../shared/advice.ts';
import { useApi, useWords } from '../../frame/joined.tsx';
import type { Zaf } from '../../zaf/zaf.ts';
import { plainOf } from '../draft/draft.ts';
import { Part, Quiet, Row } from '../look.tsx';
import type { Key } from '../words.ts';

/** Longest text the worker takes. Source: shared/advice.ts. */
const MAX_CHARS = 8_192;

/** No article covers it: one is started from the reply that is being written, and a reviewer gets it. */
export function StartArticle({ conversationId, zaf }: { conversationId: string; zaf: Zaf }) {
  const { t } = useWords<Key>();
  const api = useApi();
  const [isOpen, setOpen] = useState(false);
  const [isSent, setSent] = useState(false);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<Extract<Started, { state: 'refused' }>['refused']>([]);
  const [state, setState] = useState<'idle' | 'sending' | 'failed'>('idle');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    first.current?.focus();
    zaf.get('ticket.subject').then(
      (subject) => setTitle((now) => now || String(subject ?? '').slice(0, 200)),
      () => undefined,
    );
    zaf.get('comment.text').then(
      (comment) => setText((now) => now || plainOf(String(comment ?? ''))),
      () => undefined,
    );
  }, [isOpen, zaf]);
  const canSend = title.trim() !== '' && text.trim() !== '' && state !== 'sending';
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!canSend) return;
    setState('sending');
    setRefused([]);
    try {
      const path = `/app/advice/${encodeURIComponent(conversationId)}/start`;
      const done = await api.send<Started>('POST', path, { title, text });
      if (done.state === 'refused') setRefused(done.refused);
      else setSent(true);
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  if (isSent) return <Quiet role="status">{t('start_sent')}</Quiet>;
  if (!isOpen)
    return (
      <div>
        <Button size="small" isLink onClick={() => setOpen(true)}>
          {t('start')}
        </Button>
      </div>
    );
  return (
    <Part
      as="form"
      noValidate
      onSubmit={(event: FormEvent) => void send(event)}
      onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
    >
      <Field>
        <Field.Label isRegular>{t('start_title')}</Field.Label>
        <Input ref={first} isCompact maxLength={200} value={title} onChange={({ target }) => setTitle(target.value)} />
      </Field>
      <Field>
        <Field.Label isRegular>{t('start_text')}</Field.Label>
        <Textarea
          isCompact
          minRows={4}
          maxRows={12}
          maxLength={MAX_CHARS}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      <div role="alert">
        {refused.map((rule) => (
          <Quiet key={rule}>{t(`refused_${rule}`)}</Quiet>
        ))}
        {state === 'failed' && <Quiet>{t('not_sent')}</Quiet>}
      </div>
      <Row>
        <Button size="small" type="submit" isPrimary disabled={!canSend}>
          {t('start_send')}
        </Button>
        <Button size="small" isBasic type="button" onClick={() => setOpen(false)}>
          {t('cancel')}
        </Button>
      </Row>
    </Part>
  );
}
