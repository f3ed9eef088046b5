import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import { useApi } from '../../frame/joined.tsx';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Card, Heading, Line, Stack } from '../parts/layout.tsx';
import { Failed } from '../parts/states.tsx';

/** Forgets a person: evidence and text of theirs leave, and nothing of theirs is read again. Asked twice before it is done. */
export function Forget() {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const [personId, setPersonId] = useState('');
  const [state, setState] = useState<'asking' | 'sure' | 'done'>('asking');
  const forget = () =>
    act
      .run(() => api.send('POST', '/app/console/people/forget', { personId: personId.trim() }))
      .then((isDone) => setState(isDone ? 'done' : 'asking'));
  return (
    <Card>
      <Stack $gap={8}>
        <Heading>{t('forget.title')}</Heading>
        <Field>
          <Label>{t('forget.id')}</Label>
          <Hint>{t('forget.hint')}</Hint>
          <Input
            isCompact
            inputMode="numeric"
            maxLength={100}
            style={{ maxWidth: 320 }}
            value={personId}
            onChange={(event) => {
              setPersonId(event.target.value);
              setState('asking');
            }}
          />
        </Field>
        {act.failure && <Failed failure={act.failure} />}
        {state === 'done' && <p role="status">{t('forget.done')}</p>}
        <Line>
          {state === 'sure' ? (
            <>
              <Button isDanger isPrimary disabled={act.isBusy} onClick={forget}>
                {t('forget.sure')}
              </Button>
              <Button isBasic onClick={() => setState('asking')}>
                {t('act.cancel')}
              </Button>
            </>
          ) : (
            <Button isDanger disabled={personId.trim() === '' || state === 'done'} onClick={() => setState('sure')}>
              {t('forget.button')}
            </Button>
          )}
        </Line>
      </Stack>
    </Card>
  );
}
