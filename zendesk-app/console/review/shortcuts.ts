import { useEffect, useRef } from 'react';

export type Command =
  | 'next'
  | 'previous'
  | 'approve'
  | 'edit'
  | 'reject'
  | 'redraft'
  | 'undo'
  | 'snooze'
  | 'take'
  | 'remark'
  | 'mark'
  | 'search'
  | 'help';

export const SHORTCUTS: Readonly<Record<string, Command>> = {
  j: 'next',
  k: 'previous',
  a: 'approve',
  e: 'edit',
  r: 'reject',
  w: 'redraft',
  u: 'undo',
  s: 'snooze',
  i: 'take',
  c: 'remark',
  x: 'mark',
  '/': 'search',
  '?': 'help',
};

/** The key of a command, as it stands on its button. */
export const keyOf = (command: Command): string =>
  Object.entries(SHORTCUTS).find(([, one]) => one === command)?.[0] ?? '';

/** What a key means: nothing while somebody writes, or holds another key with it. */
export function commandOf(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isWriting: boolean;
}): Command | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isWriting) return null;
  return Object.hasOwn(SHORTCUTS, event.key) ? (SHORTCUTS[event.key] ?? null) : null;
}

/** Runs commands by single keys while it listens, and while no dialog is open. */
export function useShortcuts(isListening: boolean, run: (command: Command) => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!isListening) return;
    const pressed = (event: KeyboardEvent) => {
      const command = commandOf({
        key: event.key,
        ...{ ctrlKey: event.ctrlKey, metaKey: event.metaKey, altKey: event.altKey },
        isWriting: isTyped(event.target) || event.repeat,
      });
      if (!command) return;
      event.preventDefault();
      latest.current(command);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [isListening]);
}

/** Whether a key there is a letter of somebody's text, or belongs to a dialog. A box that is ticked takes no letters. */
export function isTyped(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return Boolean(target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog]'));
}
