import { getColor } from '@zendeskgarden/react-theming';
import { createElement, Fragment, type ReactNode } from 'react';
import styled from 'styled-components';
import type { RenderedElement, RenderedNode } from '../../../shared/console/change.ts';
import { useConsoleWords } from '../keys.ts';

/** What an article's element becomes here: its headings stand below those of the page. */
const TAGS: Readonly<Record<string, string>> = {
  h2: 'h4',
  h3: 'h5',
  h4: 'h6',
  ...Object.fromEntries(
    'p ol ul li table thead tbody tfoot tr th td blockquote strong em code pre a br'
      .split(' ')
      .map((tag) => [tag, tag]),
  ),
};
const VOID = new Set(['br']);
const HTTPS = /^https:\/\//;

const Article = styled.div<{ $mark: 'before' | 'after' | null }>`
  line-height: ${({ theme }) => theme.lineHeights.md};
  > * + *, li + li { margin-top: 8px; }
  ol, ul { padding-inline-start: 24px; }
  h4, h5, h6 { margin-block-end: 0; font-size: inherit; font-weight: ${({ theme }) => theme.fontWeights.semibold}; }
  a { color: ${({ theme }) => getColor({ variable: 'foreground.primary', theme })}; }
  pre { overflow-x: auto; white-space: pre-wrap; }
  table { border-collapse: collapse; }
  td, th { border: 1px solid ${({ theme }) => getColor({ variable: 'border.default', theme })}; padding: 4px 8px; }
  [data-changed] {
    background: ${({ theme, $mark }) => getColor({ variable: $mark === 'before' ? 'background.danger' : 'background.success', theme })};
    box-shadow: -4px 0 0 ${({ theme, $mark }) => getColor({ variable: $mark === 'before' ? 'border.dangerEmphasis' : 'border.successEmphasis', theme })};
  }
`;

/** A sanitized article drawn as elements, never parsed as markup. Links open in a tab of their own. */
export function Rendered(rendered: {
  body: RenderedNode[];
  mark?: 'before' | 'after' | null;
  /** How a text is drawn; as it is where not told. */
  text?: (text: string) => ReactNode;
}) {
  const { body, mark = null, text = (one: string) => one } = rendered;
  const { t } = useConsoleWords();
  if (body.length === 0) return <p>{t('change.nothing')}</p>;
  return <Article $mark={mark}>{inOrder(body.map((node) => drawn(node, text)))}</Article>;
}

/** Children that never move among one another: their place is their name. */
export function inOrder(children: ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...children);
}

type DrawText = (text: string) => ReactNode;

function drawn(node: RenderedNode, text: DrawText): ReactNode {
  return typeof node === 'string' ? text(node) : element(node, text);
}

function element({ tag, href, isChanged, children }: RenderedElement, text: DrawText): ReactNode {
  const inside = children.map((child) => drawn(child, text));
  const name = TAGS[tag];
  if (name === undefined) return inOrder(inside);
  if (VOID.has(name)) return createElement(name);
  const link =
    name === 'a'
      ? { ...(href && HTTPS.test(href) ? { href, title: href } : {}), target: '_blank', rel: 'noreferrer noopener' }
      : {};
  return createElement(name, { ...(isChanged ? { 'data-changed': '' } : {}), ...link }, ...inside);
}
