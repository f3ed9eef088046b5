import { Button } from '@zendeskgarden/react-buttons';
import { Field, Label, Toggle } from '@zendeskgarden/react-forms';
import { Body, Close, Footer, FooterItem, Header, Modal } from '@zendeskgarden/react-modals';
import { Kbd } from '@zendeskgarden/react-typography';
import { useConsoleWords } from '../keys.ts';
import { Facts, Stack } from '../parts/layout.tsx';
import { SHORTCUTS } from './shortcuts.ts';

/** What the keys do, how the queue is ordered, and the switch for who doesn't want single keys to act. */
export function Help(help: { onClose: () => void; isListening: boolean; onListening: (isOn: boolean) => void }) {
  const { t } = useConsoleWords();
  return (
    <Modal onClose={help.onClose}>
      <Header tag="h2">{t('help.title')}</Header>
      <Body>
        <Stack>
          <Facts>
            {Object.entries(SHORTCUTS).map(([key, command]) => (
              <div key={key} style={{ display: 'contents' }}>
                <dt>
                  <Kbd>{key}</Kbd>
                </dt>
                <dd>{t(`help.${command}`)}</dd>
              </div>
            ))}
          </Facts>
          <p>{t('help.order')}</p>
          <Field>
            <Toggle checked={help.isListening} onChange={(event) => help.onListening(event.target.checked)}>
              <Label>{t('help.listening')}</Label>
            </Toggle>
          </Field>
        </Stack>
      </Body>
      <Footer>
        <FooterItem>
          <Button isPrimary onClick={help.onClose}>
            {t('act.close')}
          </Button>
        </FooterItem>
      </Footer>
      <Close aria-label={t('act.close')} />
    </Modal>
  );
}
