import { Button } from '@zendeskgarden/react-buttons';
import { XL } from '@zendeskgarden/react-typography';
import { schemeOf, Theme, useScheme } from '../frame/theme.tsx';
import type { ConsoleWords } from './keys.ts';
import { Stack } from './parts/layout.tsx';

/** What stands in place of the console: it was not opened by the helpdesk, or drawing it failed. */
export function Closed({ words, what }: { words: ConsoleWords; what: 'closed' | 'crashed' }) {
  return (
    <Theme scheme={useScheme(schemeOf(location.search))}>
      <Stack as="main" $gap={12} style={{ padding: 24, maxWidth: 480 }}>
        <XL tag="h1">{words.t(`${what}.title`)}</XL>
        <p>{words.t(`${what}.text`)}</p>
        {what === 'crashed' && (
          <div>
            <Button onClick={() => location.reload()}>{words.t('act.reload')}</Button>
          </div>
        )}
      </Stack>
    </Theme>
  );
}
