import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Hint, Input, Label, Select } from '@zendeskgarden/react-forms';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { useState } from 'react';
import type { TrackedIssue, TrackerKind, TrackerView } from '../../../shared/context/tracked-issue.ts';
import { useApi } from '../../frame/joined.tsx';
import { useLoad } from '../../frame/load.ts';
import { useConsoleWords } from '../keys.ts';
import { type Act, useAct } from '../parts/act.ts';
import { Card, Heading, Line, Quiet, Stack } from '../parts/layout.tsx';
import { Failed, Shown } from '../parts/states.tsx';

const PATH = '/app/console/tracker';
const KINDS: Record<TrackerKind, string> = { github: 'GitHub Issues', linear: 'Linear', jira: 'Jira Cloud' };

/** Where approved bug reports are filed, how each stands there, and the address for the tracker's webhooks. */
export function TrackerCard() {
  const { t } = useConsoleWords();
  const api = useApi();
  const act = useAct();
  const loaded = useLoad<TrackerView>(PATH);
  const [secret, setSecret] = useState<string | null>(null);
  const [hasAnswered, setAnswered] = useState(false);
  const change = (asking: () => Promise<unknown>) =>
    act.run(async () => {
      await asking();
      await loaded.reload();
    });
  return (
    <Card>
      <Stack $gap={12}>
        <Heading>{t('tracker.title')}</Heading>
        <Quiet as="p">{t('tracker.text')}</Quiet>
        {act.failure && <Failed failure={act.failure} />}
        {hasAnswered && <p role="status">{t('tracker.answers')}</p>}
        <Shown of={loaded}>
          {({ connection, webhookUrl, issues, mayChange }) => (
            <Stack $gap={12}>
              {connection && (
                <Stack $gap={8}>
                  <span>
                    {KINDS[connection.kind]}: {connection.place}
                  </span>
                  <Quiet>{t('tracker.webhook')}</Quiet>
                  <code style={{ overflowWrap: 'anywhere' }}>{webhookUrl}</code>
                  {secret && (
                    <Alert type="success" role="status">
                      <Title>{t('hook.secret')}</Title>
                      <code style={{ overflowWrap: 'anywhere' }}>{secret}</code>
                    </Alert>
                  )}
                  {mayChange && (
                    <Line>
                      <Button
                        size="small"
                        disabled={act.isBusy}
                        onClick={() => act.run(() => api.send('POST', `${PATH}/test`)).then(setAnswered)}
                      >
                        {t('changes.test')}
                      </Button>
                      <Button
                        size="small"
                        isDanger
                        disabled={act.isBusy}
                        onClick={() => change(() => api.send('DELETE', PATH))}
                      >
                        {t('changes.remove')}
                      </Button>
                    </Line>
                  )}
                </Stack>
              )}
              {!connection && mayChange && (
                <Connect
                  act={act}
                  onConnect={(wish) =>
                    change(async () =>
                      setSecret((await api.send<{ webhookSecret: string }>('PUT', PATH, wish)).webhookSecret),
                    )
                  }
                />
              )}
              <Issues
                issues={issues}
                act={act}
                onAgain={(id) => change(() => api.send('POST', `${PATH}/issues/${id}/again`))}
              />
            </Stack>
          )}
        </Shown>
      </Stack>
    </Card>
  );
}

const FIELDS = ['place', 'token', 'site', 'email', 'issueType'] as const;
type Wish = Partial<Record<(typeof FIELDS)[number], string>> & { kind: TrackerKind; isPublicConfirmed?: boolean };

function Connect({ act, onConnect }: { act: Act; onConnect: (wish: Wish) => Promise<boolean> }) {
  const { t } = useConsoleWords();
  const [wish, setWish] = useState<Wish>({ kind: 'github' });
  const fields = FIELDS.filter((name) => wish.kind === 'jira' || name === 'place' || name === 'token');
  const canGo = Boolean(wish.place && wish.token) && !act.isBusy;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canGo) void onConnect(wish);
      }}
    >
      <Stack $gap={8}>
        <Field>
          <Label>{t('tracker.kind')}</Label>
          <Select
            isCompact
            value={wish.kind}
            onChange={(event) =>
              setWish({ kind: (Object.keys(KINDS) as TrackerKind[]).find((k) => k === event.target.value) ?? 'github' })
            }
          >
            {Object.entries(KINDS).map(([kind, name]) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {fields.map((name) => (
          <Field key={name}>
            <Label>{t(name === 'place' ? `tracker.place.${wish.kind}` : `tracker.${name}`)}</Label>
            {name === 'token' && <Hint>{t(`tracker.hint.${wish.kind}`)}</Hint>}
            <Input
              isCompact
              type={name === 'token' ? 'password' : 'text'}
              maxLength={2000}
              value={wish[name] ?? ''}
              onChange={(event) => setWish({ ...wish, [name]: event.target.value.trim() })}
            />
          </Field>
        ))}
        {wish.kind === 'github' && (
          <Field>
            <Checkbox
              checked={wish.isPublicConfirmed ?? false}
              onChange={(event) => setWish({ ...wish, isPublicConfirmed: event.target.checked })}
            >
              <Label>{t('tracker.public')}</Label>
            </Checkbox>
          </Field>
        )}
        <Line>
          <Button size="small" type="submit" disabled={!canGo}>
            {t('changes.add')}
          </Button>
        </Line>
      </Stack>
    </form>
  );
}

function Issues({
  issues,
  act,
  onAgain,
}: {
  issues: readonly TrackedIssue[];
  act: Act;
  onAgain: (id: string) => void;
}) {
  const { t } = useConsoleWords();
  return (
    <Stack $gap={8}>
      {issues.map((issue) => (
        <div key={issue.id}>
          {issue.url === null ? (
            issue.title
          ) : (
            <a href={issue.url} target="_blank" rel="noreferrer">
              {issue.title}
            </a>
          )}
          <Quiet>
            {t(`tracker.state.${issue.state}`)}
            {issue.detail === null ? '' : `: ${issue.detail}`} · {t('tracker.counted', { count: issue.counted })}
          </Quiet>
          {issue.state === 'refused' && (
            <Button size="small" disabled={act.isBusy} onClick={() => onAgain(issue.id)}>
              {t('tracker.again')}
            </Button>
          )}
        </div>
      ))}
    </Stack>
  );
}
