import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { Quiet } from '../parts/layout.tsx';

const Box = styled.a`
  display: flex;
  flex-direction: column;
  gap: 4px;
  padding: 16px;
  border: 1px solid ${({ theme }) => getColor({ variable: 'border.subtle', theme })};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  background: ${({ theme }) => getColor({ variable: 'background.raised', theme })};
  color: inherit;
  text-decoration: none;
  &:hover { border-color: ${({ theme }) => getColor({ variable: 'border.primaryEmphasis', theme })}; }
  &:focus-visible { outline: 2px solid ${({ theme }) => getColor({ variable: 'border.primaryEmphasis', theme })}; }
`;
const Value = styled.span`
  font-size: ${({ theme }) => theme.fontSizes.xxl};
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  line-height: 1.2;
  font-variant-numeric: tabular-nums;
`;

/** One count with what it means, and the way to what is counted. */
export function Tile({ to, name, value, note }: { to: string; name: string; value: string; note: string }) {
  return (
    <Box href={to}>
      <span>{name}</span>
      <Value>{value}</Value>
      <Quiet>{note}</Quiet>
    </Box>
  );
}
