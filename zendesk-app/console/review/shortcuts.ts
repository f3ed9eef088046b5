import { useEffect, useRef } from 'react';

export type Command = 'next' | 'previous' | 'approve' | 'edit' | 'reject' | 'undo' | 'help';

export const SHORTCUTS: Readonly<Record<string, Command>> = {
  j: 'next',
  k: 'previous',
  a: 'approve',
  e: 'edit',
  r: 'reject',
  u: 'undo',
  '?': 'help',
};

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
      const { target } = event;
      const isWriting =
        target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], [role=dialog]');
      const command = commandOf({
        key: event.key,
        ...{ ctrlKey: event.ctrlKey, metaKey: event.metaKey, altKey: event.altKey },
        isWriting: Boolean(isWriting) || event.repeat,
      });
      if (!command) return;
      event.preventDefault();
      latest.current(command);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [isListening]);
}
