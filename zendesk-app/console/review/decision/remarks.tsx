import { Button } from '@zendeskgarden/react-buttons';
import { Field, Label, Textarea } from '@zendeskgarden/react-forms';
import { type RefObject, useState } from 'react';
import type { Remark } from '../../../../shared/console/review.ts';
import { useApi } from '../../../frame/joined.tsx';
import { useConsoleWords } from '../../keys.ts';
import { useAct } from '../../parts/act.ts';
import { Heading, Line, Link, Quiet, Stack } from '../../parts/layout.tsx';
import { Failed } from '../../parts/states.tsx';
import { linkTo } from '../../route.ts';

/** What the team says of a gap and its proposals; it stays with the gap, whatever becomes of this proposal. */
export function Remarks(of: { gapId: string; remarks: Remark[]; field: RefObject<HTMLTextAreaElement> }) {
  const { t, dateTime } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const [remarks, setRemarks] = useState(of.remarks);
  const [text, setText] = useState('');
  const canSend = text.trim() !== '' && !act.isBusy;
  const send = () =>
    canSend &&
    act.run(async () => {
      const path = `/app/console/gaps/${encodeURIComponent(of.gapId)}/remarks`;
      setRemarks((await api.send<{ remarks: Remark[] }>('POST', path, { text })).remarks);
      setText('');
      of.field.current?.blur();
    });
  return (
    <Stack $gap={8}>
      <Line $end>
        <Heading as="h3">{t('remarks.title')}</Heading>
        <Link href={linkTo('gaps', of.gapId)}>{t('remarks.history')}</Link>
      </Line>
      {remarks.map((remark) => (
        <Stack key={`${remark.at} ${remark.userId}`} $gap={2}>
          <Quiet>{`${remark.name} · ${dateTime(remark.at)}`}</Quiet>
          <span style={{ whiteSpace: 'pre-wrap' }}>{remark.text}</span>
        </Stack>
      ))}
      <Field>
        <Label hidden>{t('remarks.write')}</Label>
        <Textarea
          ref={of.field}
          isCompact
          minRows={1}
          maxRows={6}
          maxLength={2000}
          placeholder={t('remarks.write')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      </Field>
      {act.failure && <Failed failure={act.failure} />}
      {text !== '' && (
        <Line>
          <Button size="small" disabled={!canSend} onClick={() => void send()}>
            {t('remarks.send')}
          </Button>
        </Line>
      )}
    </Stack>
  );
}
