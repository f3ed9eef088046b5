import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

/** Things one below another. */
export const Stack = styled.div<{ $gap?: number }>`
  display: flex;
  flex-direction: column;
  gap: ${({ $gap = 16 }) => `${$gap}px`};
  min-width: 0;
`;

/** Things beside one another, on as many lines as they need. */
export const Line = styled.div<{ $gap?: number; $end?: boolean }>`
  display: flex;
  flex-flow: row wrap;
  align-items: center;
  justify-content: ${({ $end }) => ($end ? 'space-between' : 'flex-start')};
  gap: ${({ $gap = 8 }) => `${$gap}px`};
  min-width: 0;
`;

export const Card = styled.section`
  border: 1px solid ${({ theme }) => getColor({ variable: 'border.subtle', theme })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${({ theme }) => getColor({ variable: 'background.raised', theme })};
  padding: 16px;
  min-width: 0;
`;

export const Tiles = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(220px, 100%), 1fr));
  gap: 12px;
`;

export const Columns = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr));
  gap: 16px;
  align-items: start;
`;

export const Quiet = styled.span`
  color: ${({ theme }) => getColor({ variable: 'foreground.subtle', theme })};
  font-size: ${({ theme }) => theme.fontSizes.sm};
`;

export const Heading = styled.h2`
  h3& { font-size: ${({ theme }) => theme.fontSizes.md}; line-height: ${({ theme }) => theme.lineHeights.md}; }
  font-size: ${({ theme }) => theme.fontSizes.lg};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: ${({ theme }) => theme.lineHeights.lg};
`;

/** A view's name where the room below is dear. */
export const Title = styled.h1`
  margin: 0;
  font-size: ${({ theme }) => theme.fontSizes.xl};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: ${({ theme }) => theme.lineHeights.xl};
`;

/** A table wider than the page scrolls by itself, also by keyboard. */
export const Scroll = styled.div.attrs({ role: 'region', tabIndex: 0 })`
  overflow-x: auto;
  max-width: 100%;
  &:focus-visible { outline: 2px solid ${({ theme }) => getColor({ variable: 'border.primaryEmphasis', theme })}; }
`;

export const Link = styled.a`
  color: ${({ theme }) => getColor({ variable: 'foreground.primary', theme })};
  text-decoration: underline;
  text-underline-offset: 2px;
  &:focus-visible { outline: 2px solid ${({ theme }) => getColor({ variable: 'border.primaryEmphasis', theme })}; }
`;

export const SkipLink = styled.a`
  position: absolute;
  inset-inline-start: -9999px;
  &:focus {
    inset-inline-start: 8px;
    top: 8px;
    z-index: 600;
    padding: 8px 12px;
    background: ${({ theme }) => getColor({ variable: 'background.default', theme })};
    color: ${({ theme }) => getColor({ variable: 'foreground.primary', theme })};
  }
`;

/** A list of names and values. */
export const Facts = styled.dl`
  display: grid;
  grid-template-columns: minmax(0, auto) minmax(0, 1fr);
  gap: 4px 16px;
  dt { color: ${({ theme }) => getColor({ variable: 'foreground.subtle', theme })}; }
  dd { font-variant-numeric: tabular-nums; }
`;
