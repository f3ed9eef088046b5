import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label, Select } from '@zendeskgarden/react-forms';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { useState } from 'react';
import type {
  ChangeNote,
  ChangeSourceKind,
  ChangeSourceView,
  ChangesView,
} from '../../../shared/context/change-note.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { type Act, useAct } from '../parts/act.ts';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Failed, Shown } from '../parts/states.tsx';

const PATH = '/app/console/changes';
const KINDS: readonly ChangeSourceKind[] = ['feed', 'github', 'changelog', 'statuspage'];

/** Where changes of the product are read from, what they touched, and the address for a company's own. */
export function ChangesCard() {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const loaded = useLoad<ChangesView>(PATH);
  const [secret, setSecret] = useState<string | null>(null);
  const [told, setTold] = useState<number | null>(null);
  const change = (asking: () => Promise<unknown>) =>
    act.run(async () => {
      await asking();
      await loaded.reload();
    });
  const open = () =>
    change(async () => setSecret((await api.send<{ secret: string }>('PUT', `${PATH}/inbound`)).secret));
  const close = () =>
    change(async () => {
      await api.send('DELETE', `${PATH}/inbound`);
      setSecret(null);
    });
  const test = (id: string) =>
    act.run(async () => setTold((await api.send<{ told: number }>('POST', `${PATH}/sources/${id}/test`)).told));
  return (
    <Card>
      <Stack $gap={12}>
        <Heading>{t('changes.title')}</Heading>
        <Quiet as="p">{t('changes.text')}</Quiet>
        {act.failure && <Failed failure={act.failure} />}
        {told !== null && <p role="status">{t('changes.told', { count: told })}</p>}
        <Shown of={loaded}>
          {({ sources, inbound, notes, mayChange }) => (
            <Stack $gap={12}>
              {sources.map((source) => (
                <Source
                  key={source.id}
                  source={source}
                  act={mayChange ? act : null}
                  onTest={() => test(source.id)}
                  onRemove={() => change(() => api.send('DELETE', `${PATH}/sources/${source.id}`))}
                />
              ))}
              {mayChange && (
                <AddSource act={act} onAdd={(wish) => change(() => api.send('POST', `${PATH}/sources`, wish))} />
              )}
              <Stack $gap={8}>
                <span>{t('changes.signed')}</span>
                <code style={{ overflowWrap: 'anywhere' }}>{inbound.url}</code>
                {secret && (
                  <Alert type="success" role="status">
                    <Title>{t('hook.secret')}</Title>
                    <code style={{ overflowWrap: 'anywhere' }}>{secret}</code>
                  </Alert>
                )}
                {mayChange && (
                  <Line>
                    <Button size="small" disabled={act.isBusy} onClick={open}>
                      {t(inbound.since === null ? 'changes.open' : 'hook.rotate')}
                    </Button>
                    {inbound.since !== null && (
                      <Button size="small" isDanger disabled={act.isBusy} onClick={close}>
                        {t('changes.close')}
                      </Button>
                    )}
                  </Line>
                )}
              </Stack>
              <Notes notes={notes} />
            </Stack>
          )}
        </Shown>
      </Stack>
    </Card>
  );
}

function Source(one: { source: ChangeSourceView; act: Act | null; onTest: () => void; onRemove: () => void }) {
  const { t, dateTime } = useConsoleWords();
  const { source, act } = one;
  return (
    <Stack $gap={4}>
      <span style={{ overflowWrap: 'anywhere' }}>
        {t(`changes.kind.${source.kind}`)}: {source.address}
      </span>
      <Quiet>
        {source.failure ??
          (source.readAt === null ? t('changes.unread') : t('changes.read', { at: dateTime(source.readAt) }))}
      </Quiet>
      {act && (
        <Line>
          <Button size="small" disabled={act.isBusy} onClick={one.onTest}>
            {t('changes.test')}
          </Button>
          <Button size="small" isDanger disabled={act.isBusy} onClick={one.onRemove}>
            {t('changes.remove')}
          </Button>
        </Line>
      )}
    </Stack>
  );
}

function AddSource({
  act,
  onAdd,
}: {
  act: Act;
  onAdd: (wish: { kind: ChangeSourceKind; address: string }) => Promise<boolean>;
}) {
  const { t } = useConsoleWords();
  const [kind, setKind] = useState<ChangeSourceKind>('feed');
  const [address, setAddress] = useState('');
  const canGo = address.trim() !== '' && !act.isBusy;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canGo) void onAdd({ kind, address: address.trim() }).then((isDone) => isDone && setAddress(''));
      }}
    >
      <Stack $gap={8}>
        <Field>
          <Label>{t('changes.kind')}</Label>
          <Select
            isCompact
            value={kind}
            onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? 'feed')}
          >
            {KINDS.map((one) => (
              <option key={one} value={one}>
                {t(`changes.kind.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field>
          <Label>{t('changes.address')}</Label>
          <Hint>{t(`changes.hint.${kind}`)}</Hint>
          <Input isCompact maxLength={2000} value={address} onChange={(event) => setAddress(event.target.value)} />
        </Field>
        <Line>
          <Button size="small" type="submit" disabled={!canGo}>
            {t('changes.add')}
          </Button>
        </Line>
      </Stack>
    </form>
  );
}

function Notes({ notes }: { notes: readonly ChangeNote[] }) {
  const { t, dateTime } = useConsoleWords();
  if (notes.length === 0) return <Quiet>{t('changes.none')}</Quiet>;
  return (
    <Stack as="ul" $gap={8} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {notes.map((note) => (
        <li key={note.id}>
          <div>{note.title}</div>
          <Quiet>
            {[
              dateTime(note.at),
              note.reading === null ? t('changes.waits') : t(`changes.outcome.${note.reading.outcome}`),
              ...(note.reading?.articles.map(({ title }) => title) ?? []),
              ...(note.documentedAt === null ? [] : [t('changes.documented', { at: dateTime(note.documentedAt) })]),
            ].join(' · ')}
          </Quiet>
        </li>
      ))}
    </Stack>
  );
}
