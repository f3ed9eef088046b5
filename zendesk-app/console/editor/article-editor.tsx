import { getColor } from '@zendeskgarden/react-theming';
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { useEffect, useRef, useState } from 'react';
import styled from 'styled-components';
import type { EditorPiece } from '../../../shared/console/editor.ts';
import { useConsoleWords } from '../keys.ts';
import { Stack } from '../parts/layout.tsx';
import { plugins } from './commands.ts';
import { islandView } from './island.ts';
import { docOf } from './read.ts';
import { Toolbar } from './toolbar.tsx';
import { htmlOf } from './write.ts';

/** As in the help center; what the editor can't change has a frame. The white space is what ProseMirror asks for. */
const Page = styled.div`
  border: 1px solid ${({ theme }) => getColor({ variable: 'border.default', theme })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  &:focus-within { border-color: ${({ theme }) => getColor({ variable: 'border.primaryEmphasis', theme })}; }
  .ProseMirror {
    padding: 12px 16px;
    min-height: 160px;
    outline: none;
    white-space: break-spaces;
    overflow-wrap: break-word;
    font-variant-ligatures: none;
    line-height: ${({ theme }) => theme.lineHeights.md};
  }
  .ProseMirror > * + *, li + li { margin-top: 8px; }
  ol, ul { padding-inline-start: 24px; }
  h2, h3, h4 { margin-block-end: 0; font-weight: ${({ theme }) => theme.fontWeights.semibold}; }
  h2 { font-size: ${({ theme }) => theme.fontSizes.lg}; }
  a { color: ${({ theme }) => getColor({ variable: 'foreground.primary', theme })}; text-decoration: underline; }
  pre { white-space: pre-wrap; }
  [data-island] {
    border: 1px dashed ${({ theme }) => getColor({ variable: 'border.default', theme })};
    border-radius: ${({ theme }) => theme.borderRadii.sm};
    padding: 8px;
    white-space: normal;
  }
  .ProseMirror-selectednode { outline: 2px solid ${({ theme }) => getColor({ variable: 'border.primaryEmphasis', theme })}; }
  td, th { border: 1px solid ${({ theme }) => getColor({ variable: 'border.default', theme })}; padding: 4px 8px; }
  table { border-collapse: collapse; }
`;

/**
 * An article to be changed as it is read. `onHtml` is given its HTML after every change, in which whatever was not touched has its
 * stored bytes; null where all is as it was. Only words are pasted, never markup: the page forbids parsing it.
 */
export function ArticleEditor({ pieces, onHtml }: { pieces: EditorPiece[]; onHtml(html: string | null): void }) {
  const { t } = useConsoleWords();
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [, setState] = useState<EditorState | null>(null);
  const changed = useRef(onHtml);
  changed.current = onHtml;
  useEffect(() => {
    if (!place.current) return;
    const stored = docOf(pieces);
    const editor: EditorView = new EditorView(place.current, {
      state: EditorState.create({ doc: stored, plugins: plugins() }),
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('edit.body') },
      nodeViews: { island: islandView(pieces, t('edit.island')) },
      handleDOMEvents: {
        paste: (into, event) => {
          event.preventDefault();
          into.pasteText(event.clipboardData?.getData('text/plain') ?? '');
          return true;
        },
        drop: (into, event) => {
          if (into.dragging) return false;
          event.preventDefault();
          return true;
        },
      },
      dispatchTransaction(transaction) {
        const state = editor.state.apply(transaction);
        editor.updateState(state);
        setState(state);
        if (transaction.docChanged) changed.current(state.doc.eq(stored) ? null : htmlOf(state.doc, pieces));
      },
    });
    setView(editor);
    return () => editor.destroy();
  }, [pieces, t]);
  return (
    <Stack $gap={6}>
      {view && <Toolbar view={view} />}
      <Page ref={place} />
    </Stack>
  );
}
