import { DEFAULT_THEME, getColor, type IGardenTheme, ThemeProvider } from '@zendeskgarden/react-theming';
import { type ReactNode, useMemo, useSyncExternalStore } from 'react';
import { createGlobalStyle } from 'styled-components';

declare module 'styled-components' {
  export interface DefaultTheme extends IGardenTheme {}
}

export type Scheme = 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';

function onSystemScheme(changed: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** The scheme that the helpdesk opened the page with, by the page's address; null where it said none. */
export function schemeOf(search: string): Scheme | null {
  const named = new URLSearchParams(search).get('colorScheme');
  return named === 'light' || named === 'dark' ? named : null;
}

/** Light or dark as the helpdesk says; where it says nothing (null), as the system does, and when that changes. */
export function useScheme(host: Scheme | null): Scheme {
  const isDark = useSyncExternalStore(onSystemScheme, () => matchMedia(DARK).matches);
  return host ?? (isDark ? 'dark' : 'light');
}

const Page = createGlobalStyle`
  *, *::before, *::after { box-sizing: border-box; }
  html { color-scheme: ${({ theme }) => theme.colors.base}; }
  body {
    margin: 0;
    background: ${({ theme }) => getColor({ variable: 'background.default', theme })};
    color: ${({ theme }) => getColor({ variable: 'foreground.default', theme })};
    font-family: ${({ theme }) => theme.fonts.system};
    font-size: ${({ theme }) => theme.fontSizes.md};
    line-height: ${({ theme }) => theme.lineHeights.md};
    overflow-wrap: break-word;
  }
  h1, h2, h3, h4, p, ul, ol, dl, dd, figure, blockquote { margin: 0; }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
      scroll-behavior: auto !important;
    }
  }
`;

/**
 * Garden's theme in one of its two schemes. Garden's own ColorSchemeProvider is not used: it may touch the browser's
 * storage, which is blocked in a helpdesk's frame, and nothing of Garden needs it.
 */
export function Theme({ scheme, children }: { scheme: Scheme; children: ReactNode }) {
  const theme = useMemo(() => ({ ...DEFAULT_THEME, colors: { ...DEFAULT_THEME.colors, base: scheme } }), [scheme]);
  return (
    <ThemeProvider theme={theme}>
      <Page />
      {children}
    </ThemeProvider>
  );
}
