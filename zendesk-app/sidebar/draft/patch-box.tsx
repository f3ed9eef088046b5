import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { WaitingPatch } from '../../../shared/advice.ts';
import { asFailure, type FailureKind } from '../../frame/failure.ts';
import { useApi, useWords } from '../../frame/joined.tsx';
import { Card, Quiet, Row, Said } from '../look.tsx';
import type { Key } from '../words.ts';
import { PatchForm } from './patch-form.tsx';

type State = 'idle' | 'sending' | 'approved' | 'in_review' | FailureKind;

/** A correction that waits: what goes, what comes, and its approval, as it is or reworded, for who may give it. */
export function PatchBox({ patch, onChanged }: { patch: WaitingPatch; onChanged: () => void }) {
  const { t } = useWords<Key>();
  const api = useApi();
  const [state, setState] = useState<State>('idle');
  const [isEditing, setEditing] = useState(false);
  const failed = (kind: FailureKind) => {
    setState(kind);
    if (kind === 'moved' || kind === 'gone') onChanged();
  };
  const approve = async () => {
    setState('sending');
    try {
      const { patchHash, baseHash } = patch;
      await api.send('POST', `/app/advice/patches/${encodeURIComponent(patch.fixId)}/approve`, { patchHash, baseHash });
      setState('approved');
    } catch (error) {
      failed(asFailure(error).kind);
    }
  };
  const done = (how: 'approved' | 'in_review') => {
    setEditing(false);
    setState(how);
  };
  const isDecided = state === 'approved' || state === 'in_review';
  return (
    <Card aria-label={t('patch')}>
      {patch.removed.length > 0 && <Quiet>{t('patch_removes')}</Quiet>}
      {patch.removed.map((text) => (
        <Said key={text}>
          <del>{text}</del>
        </Said>
      ))}
      {patch.added.length > 0 && <Quiet>{t('patch_adds')}</Quiet>}
      {isEditing ? (
        <PatchForm
          key={patch.patchHash}
          patch={patch}
          onClose={() => setEditing(false)}
          onDone={done}
          onFailed={failed}
        />
      ) : (
        patch.added.map((text) => (
          <Said key={text}>
            <ins>{text}</ins>
          </Said>
        ))
      )}
      {patch.mayApprove ? (
        <Row>
          {!isDecided && !isEditing && (
            <Button size="small" isPrimary disabled={state === 'sending'} onClick={() => void approve()}>
              {t('patch_approve')}
            </Button>
          )}
          {!isDecided && !isEditing && patch.added.length > 0 && (
            <Button size="small" isBasic disabled={state === 'sending'} onClick={() => setEditing(true)}>
              {t('patch_edit')}
            </Button>
          )}
          <Quiet as="span" role="status">
            {saidOf(state, t)}
          </Quiet>
        </Row>
      ) : (
        <Quiet>{t('patch_waits')}</Quiet>
      )}
    </Card>
  );
}

function saidOf(state: State, t: (key: Key) => string): string {
  switch (state) {
    case 'idle':
    case 'sending':
      return '';
    case 'approved':
      return t('patch_approved');
    case 'in_review':
      return t('patch_follows');
    case 'moved':
    case 'gone':
      return t('moved_on');
    case 'no_rights':
      return t('patch_waits');
    default:
      return t('not_sent');
  }
}
