import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import { useApi } from '../../frame/joined.tsx';
import { useConsoleWords } from '../keys.ts';
import { useAct } from '../parts/act.ts';
import { Card, Heading, Line, Stack } from '../parts/layout.tsx';
import { Failed } from '../parts/states.tsx';

/**
 * Forgets a person: evidence and text of theirs leave, and nothing of theirs is read again. Before it is done it says how many
 * conversations leave, and of a teammate that all their answers are evidence no more.
 */
export function Forget() {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const [personId, setPersonId] = useState('');
  const [state, setState] = useState<'asking' | 'sure' | 'done'>('asking');
  const [leaves, setLeaves] = useState({ asked: 0, answered: 0 });
  const ask = () =>
    act
      .run(async () => setLeaves(await api.send('POST', '/app/console/people/leaves', { personId: personId.trim() })))
      .then((isTold) => setState(isTold ? 'sure' : 'asking'));
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
        {state === 'sure' && <p role="status">{t('forget.leaves', leaves)}</p>}
        {state === 'sure' && leaves.answered > 0 && (
          <p role="alert">{t('forget.answers', { count: leaves.answered })}</p>
        )}
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
            <Button isDanger disabled={act.isBusy || personId.trim() === '' || state === 'done'} onClick={ask}>
              {t('forget.button')}
            </Button>
          )}
        </Line>
      </Stack>
    </Card>
  );
}
