import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

/** The panel: one column, as narrow as Zendesk makes it. */
export const Panel = styled.main`
  display: flex;
  flex-direction: column;
  gap: 16px;
  padding: 12px;
  min-width: 0;
`;

export const Part = styled.section`
  display: flex;
  flex-direction: column;
  gap: 8px;
  min-width: 0;
`;

/** A part that asks for a look: bordered, never louder than its border. */
export const Card = styled(Part)`
  border: 1px solid ${({ theme }) => getColor({ variable: 'border.default', theme })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  padding: 12px;
`;

/** A line at the side of which a bar says how urgent it is. */
export const Noticed = styled(Part)<{
  $variable: 'border.warningEmphasis' | 'border.dangerEmphasis' | 'border.emphasis';
}>`
  border-inline-start: 3px solid ${({ theme, $variable }) => getColor({ variable: $variable, theme })};
  padding: 2px 0 2px 10px;
  gap: 4px;
`;

export const Heading = styled.h2`
  font-size: ${({ theme }) => theme.fontSizes.md};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: ${({ theme }) => theme.lineHeights.md};
`;

export const Quiet = styled.p`
  color: ${({ theme }) => getColor({ variable: 'foreground.subtle', theme })};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
`;

export const Row = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px;
  min-width: 0;
`;

export const Hidden = styled.span`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

export const Said = styled.blockquote`
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: ${({ theme }) => theme.lineHeights.sm};
  padding-inline-start: 8px;
  border-inline-start: 2px solid ${({ theme }) => getColor({ variable: 'border.default', theme })};
`;

/** A heading nobody sees and a screen reader reads. */
export const HiddenHeading = styled(Hidden).attrs({ as: 'h1' })``;

/** A list without marks. */
export const List = styled.ul`
  display: flex;
  flex-direction: column;
  padding: 0;
  list-style: none;
`;
