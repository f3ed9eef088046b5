import { Field, Hint, Input, Label } from '@zendeskgarden/react-forms';
import { useState } from 'react';
import { useConsoleWords } from '../keys.ts';

/** What a person typed, as names of groups and teammates. */
const namesIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter((name) => name !== ''))];

/** Whose private conversations may teach, by the helpdesk's ids; nobody's by default. */
export function PrivateTeaching({
  value,
  isDisabled,
  onChange,
}: {
  value: readonly string[];
  isDisabled: boolean;
  onChange: (names: string[]) => void;
}) {
  const { t } = useConsoleWords();
  const [text, setText] = useState(value.join(', '));
  return (
    <Field>
      <Label>{t('rules.private')}</Label>
      <Hint>{t('rules.private.hint')}</Hint>
      <Input
        isCompact
        disabled={isDisabled}
        placeholder="group/360001234567"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          onChange(namesIn(event.target.value));
        }}
      />
    </Field>
  );
}
