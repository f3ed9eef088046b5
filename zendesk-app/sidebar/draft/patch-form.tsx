import { Button } from '@zendeskgarden/react-buttons';
import { Field, Textarea } from '@zendeskgarden/react-forms';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Reworded, RewordRefusal, WaitingPatch } from '../../../shared/advice.ts';
import { asFailure, type FailureKind } from '../../frame/failure.ts';
import { useApi, useWords } from '../../frame/joined.tsx';
import { Part, Quiet, Row } from '../look.tsx';
import type { Key } from '../words.ts';

/** Longest sentence the worker takes. Source: shared/advice.ts. */
const MAX_WORDING_CHARS = 1_000;

/** Words the new sentences of a patch, one field each, and approves them so. What was typed stays until it is taken. */
export function PatchForm({
  patch,
  onClose,
  onDone,
  onFailed,
}: {
  patch: WaitingPatch;
  onClose: () => void;
  onDone: (state: 'approved' | 'in_review') => void;
  onFailed: (kind: FailureKind) => void;
}) {
  const { t } = useWords<Key>();
  const api = useApi();
  const [texts, setTexts] = useState(patch.added);
  const [isSending, setSending] = useState(false);
  const [isSent, setSent] = useState(false);
  const [refused, setRefused] = useState<RewordRefusal[]>([]);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    const empty = texts.findIndex((text) => text.trim() === '');
    if (empty >= 0) return form.current?.querySelectorAll('textarea')[empty]?.focus();
    const wordings = patch.added.flatMap((from, at) => (texts[at] === from ? [] : [{ from, to: texts[at] }]));
    const { patchHash, baseHash } = patch;
    const path = `/app/advice/patches/${encodeURIComponent(patch.fixId)}`;
    setSending(true);
    setRefused([]);
    try {
      if (wordings.length === 0) await api.send('POST', `${path}/approve`, { patchHash, baseHash });
      const done =
        wordings.length > 0
          ? await api.send<Reworded>('POST', `${path}/reword`, { patchHash, baseHash, wordings })
          : { state: 'approved' as const, refused: [] };
      if (done.state !== 'refused') return onDone(done.state);
      setRefused(done.refused);
    } catch (error) {
      onFailed(asFailure(error).kind);
    }
    setSending(false);
  };

  return (
    <Part
      as="form"
      ref={form}
      noValidate
      onSubmit={(event: FormEvent) => void send(event)}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      {patch.added.map((from, at) => (
        <Field key={from}>
          <Field.Label isRegular>{t('patch_sentence', { number: at + 1 })}</Field.Label>
          <Textarea
            value={texts[at]}
            maxLength={MAX_WORDING_CHARS}
            minRows={2}
            maxRows={8}
            isCompact
            onChange={({ target }) => setTexts(texts.map((text, i) => (i === at ? target.value : text)))}
            {...(isSent && texts[at]?.trim() === '' ? { validation: 'error' as const } : {})}
          />
          {isSent && texts[at]?.trim() === '' && (
            <Field.Message validation="error">{t('patch_sentence_empty')}</Field.Message>
          )}
        </Field>
      ))}
      <div role="alert">
        {refused.map((rule) => (
          <Quiet key={rule}>{t(`refused_${rule}`)}</Quiet>
        ))}
      </div>
      <Row>
        <Button size="small" type="submit" isPrimary disabled={isSending}>
          {t('patch_approve_wording')}
        </Button>
        <Button size="small" isBasic type="button" onClick={onClose}>
          {t('cancel')}
        </Button>
      </Row>
    </Part>
  );
}
