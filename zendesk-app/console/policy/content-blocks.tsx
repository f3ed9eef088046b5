import { Checkbox, Field, Hint, Label } from '@zendeskgarden/react-forms';
import type { Policy } from '../../../shared/policy.ts';
import { useApi } from '../../frame/joined.tsx';
import { useConsoleWords } from '../keys.ts';

/** What an admin says of content blocks, which a write would turn into plain text and which nobody can see in a body. */
export function ContentBlocks(blocks: {
  value: Policy['contentBlocks'];
  mayChange: boolean;
  onChange: (value: Policy['contentBlocks']) => void;
}) {
  const { t, date } = useConsoleWords();
  const { viewer } = useApi();
  const { value } = blocks;
  const actor = `${viewer.name} (${viewer.userId})`;
  return (
    <Field>
      <Checkbox
        checked={value.attested === 'none'}
        disabled={!blocks.mayChange}
        onChange={(event) =>
          blocks.onChange(event.target.checked ? { attested: 'none', actor, at: Date.now() } : { attested: 'nothing' })
        }
      >
        <Label>{t('blocks.none')}</Label>
        <Hint>
          {value.attested === 'none'
            ? t('blocks.said', { actor: value.actor, date: date(value.at) })
            : t('blocks.hint')}
          {value.attested === 'articles' && ` ${t('blocks.some', { count: value.articleIds.length })}`}
        </Hint>
      </Checkbox>
    </Field>
  );
}
