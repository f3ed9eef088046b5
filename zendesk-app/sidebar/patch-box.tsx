import { Button } from '@zendeskgarden/react-buttons';
import { useState } from 'react';
import type { WaitingPatch } from '../../shared/advice.ts';
import { asFailure, type FailureKind } from '../frame/failure.ts';
import { useApi, useWords } from '../frame/joined.tsx';
import { Card, Quiet, Row, Said } from './look.tsx';
import type { Key } from './words.ts';

/** A correction that waits: what goes, what comes, and its approval for who may give it. */
export function PatchBox({ patch, onChanged }: { patch: WaitingPatch; onChanged: () => void }) {
  const { t } = useWords<Key>();
  const api = useApi();
  const [state, setState] = useState<'idle' | 'sending' | 'approved' | FailureKind>('idle');
  const approve = async () => {
    setState('sending');
    try {
      const { patchHash, baseHash } = patch;
      await api.send('POST', `/app/advice/patches/${encodeURIComponent(patch.fixId)}/approve`, { patchHash, baseHash });
      setState('approved');
    } catch (error) {
      const { kind } = asFailure(error);
      setState(kind);
      if (kind === 'moved' || kind === 'gone') onChanged();
    }
  };
  return (
    <Card aria-label={t('patch')}>
      {patch.removed.length > 0 && <Quiet>{t('patch_removes')}</Quiet>}
      {patch.removed.map((text) => (
        <Said key={text}>
          <del>{text}</del>
        </Said>
      ))}
      {patch.added.length > 0 && <Quiet>{t('patch_adds')}</Quiet>}
      {patch.added.map((text) => (
        <Said key={text}>
          <ins>{text}</ins>
        </Said>
      ))}
      {patch.mayApprove ? (
        <Row>
          {state !== 'approved' && (
            <Button size="small" isPrimary disabled={state === 'sending'} onClick={() => void approve()}>
              {t('patch_approve')}
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

function saidOf(state: 'idle' | 'sending' | 'approved' | FailureKind, t: (key: Key) => string): string {
  if (state === 'idle' || state === 'sending') return '';
  if (state === 'approved') return t('patch_approved');
  return t(state === 'moved' || state === 'gone' ? 'moved_on' : state === 'no_rights' ? 'patch_waits' : 'not_sent');
}
