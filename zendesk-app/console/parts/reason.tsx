import { Button } from '@zendeskgarden/react-buttons';
import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { Body, Close, Footer, FooterItem, Header, Modal } from '@zendeskgarden/react-modals';
import { type ReactNode, useState } from 'react';
import { useConsoleWords } from '../keys.ts';
import type { Act } from './act.ts';
import { Stack } from './layout.tsx';
import { Failed } from './states.tsx';

/** Asks why before something that others will want to understand later. */
export function ReasonDialog(dialog: {
  title: string;
  text: ReactNode;
  button: string;
  isDanger?: boolean;
  act: Act;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}) {
  const { t } = useConsoleWords();
  const { isDanger = false } = dialog;
  const [reason, setReason] = useState('');
  const canGo = reason.trim() !== '' && !dialog.act.isBusy;
  return (
    <Modal onClose={dialog.onClose}>
      <Header tag="h2" isDanger={isDanger}>
        {dialog.title}
      </Header>
      <Body>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (canGo) dialog.onConfirm(reason);
          }}
        >
          <Stack $gap={12}>
            <div>{dialog.text}</div>
            <Field>
              <Label>{t('reason.label')}</Label>
              <Hint>{t('reason.hint')}</Hint>
              <Input maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
            </Field>
            {dialog.act.failure && <Failed failure={dialog.act.failure} />}
          </Stack>
        </form>
      </Body>
      <Footer>
        <FooterItem>
          <Button isBasic onClick={dialog.onClose}>
            {t('act.cancel')}
          </Button>
        </FooterItem>
        <FooterItem>
          <Button isPrimary isDanger={isDanger} disabled={!canGo} onClick={() => dialog.onConfirm(reason)}>
            {dialog.button}
          </Button>
        </FooterItem>
      </Footer>
      <Close aria-label={t('act.close')} />
    </Modal>
  );
}
