import { baseKeymap, chainCommands, exitCode, setBlockType, toggleMark } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState, Plugin } from 'prosemirror-state';
import { schema } from './schema.ts';

const { nodes, marks } = schema;

const hardBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

/** What the buttons and keys do. A block that is made a list again becomes words. */
export const COMMANDS = {
  bold: toggleMark(marks.strong),
  italic: toggleMark(marks.em),
  heading: (state, dispatch) => {
    const isHeading = state.selection.$from.parent.type === nodes.heading;
    return setBlockType(isHeading ? nodes.paragraph : nodes.heading)(state, dispatch);
  },
  bullets: chainCommands(liftListItem(nodes.list_item), wrapInList(nodes.bullet_list)),
  numbers: chainCommands(liftListItem(nodes.list_item), wrapInList(nodes.ordered_list)),
  undo,
  redo,
} satisfies Record<string, Command>;
export type CommandName = keyof typeof COMMANDS;

/** Keys of the editor, those that writers know from elsewhere. */
export const KEYS: Readonly<Record<CommandName, string>> = {
  bold: 'Mod-b',
  italic: 'Mod-i',
  heading: 'Mod-Alt-2',
  bullets: 'Mod-Shift-8',
  numbers: 'Mod-Shift-7',
  undo: 'Mod-z',
  redo: 'Mod-Shift-z',
};

/** Sets the address of the words chosen; an empty one takes it away. */
export function linkTo(href: string): Command {
  if (href === '') return toggleMark(marks.link);
  return toggleMark(marks.link, { attributes: { href } });
}

/** Whether the words at the selection have the mark, or stand in such a block. */
export function isOn(state: EditorState, name: 'bold' | 'italic' | 'heading' | 'link'): boolean {
  const { from, to, empty, $from } = state.selection;
  if (name === 'heading') return $from.parent.type === nodes.heading;
  const mark = { bold: marks.strong, italic: marks.em, link: marks.link }[name];
  if (empty) return mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, mark);
}

export function plugins(): Plugin[] {
  const named = Object.fromEntries(Object.entries(KEYS).map(([name, key]) => [key, COMMANDS[name as CommandName]]));
  const lists = {
    Enter: splitListItem(nodes.list_item),
    'Mod-]': sinkListItem(nodes.list_item),
    'Mod-[': liftListItem(nodes.list_item),
    'Shift-Enter': hardBreak,
  };
  return [history(), keymap(named), keymap(lists), keymap(baseKeymap)];
}
