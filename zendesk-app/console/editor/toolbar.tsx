import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label } from '@zendeskgarden/react-forms';
import type { Command, EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useState } from 'react';
import { useConsoleWords } from '../keys.ts';
import { Line } from '../parts/layout.tsx';
import { COMMANDS, type CommandName, isOn, KEYS, linkTo } from './commands.ts';

const NAMES: readonly CommandName[] = ['bold', 'italic', 'heading', 'bullets', 'numbers', 'undo', 'redo'];

/** A key as the browser's accessibility tree writes it. */
const keyOf = (name: CommandName) => KEYS[name].replace('Mod', 'Control').replaceAll('-', '+');

/** What can be done with the words chosen; what can't be done here is dimmed. */
export function Toolbar({ view }: { view: EditorView }) {
  const { t } = useConsoleWords();
  const [href, setHref] = useState<string | null>(null);
  const { state } = view;
  const hasLink = isOn(state, 'link');
  const canLink = hasLink || !state.selection.empty;
  const run = (name: CommandName) => {
    COMMANDS[name](view.state, view.dispatch);
    view.focus();
  };
  const link = (address: string) => {
    linkTo(address.trim())(view.state, view.dispatch);
    setHref(null);
    view.focus();
  };
  return (
    <Line role="toolbar" aria-label={t('edit.toolbar')}>
      {NAMES.map((name) => (
        <Button
          key={name}
          type="button"
          size="small"
          isBasic={!isPressed(view, name)}
          aria-pressed={isPressed(view, name)}
          aria-keyshortcuts={keyOf(name)}
          title={keyOf(name)}
          disabled={!can(COMMANDS[name], state)}
          onMouseDown={(event: { preventDefault(): void }) => event.preventDefault()}
          onClick={() => run(name)}
        >
          {t(`edit.${name}`)}
        </Button>
      ))}
      <Button
        type="button"
        size="small"
        isBasic={!hasLink}
        aria-pressed={hasLink}
        disabled={!canLink}
        onClick={() => (hasLink ? link('') : setHref('https://'))}
      >
        {t('edit.link')}
      </Button>
      {href !== null && (
        <Field>
          <Label hidden>{t('edit.linkAddress')}</Label>
          <Input
            isCompact
            autoFocus
            placeholder={t('edit.linkAddress')}
            value={href}
            onChange={(event) => setHref(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== 'Escape') return;
              event.preventDefault();
              event.stopPropagation();
              if (event.key === 'Enter') link(href);
              else setHref(null);
            }}
          />
        </Field>
      )}
    </Line>
  );
}

function isPressed(view: EditorView, name: CommandName): boolean {
  return (name === 'bold' || name === 'italic' || name === 'heading') && isOn(view.state, name);
}

function can(command: Command, state: EditorState): boolean {
  return command(state);
}
