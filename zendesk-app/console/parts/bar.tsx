import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';

const Track = styled.div`
  height: 8px;
  border-radius: 4px;
  overflow: hidden;
  min-width: 60px;
  background: ${({ theme }) => getColor({ variable: 'background.recessed', theme })};
  box-shadow: inset 0 0 0 1px ${({ theme }) => getColor({ variable: 'border.subtle', theme })};
`;
const Part = styled.div`
  height: 100%;
  background: ${({ theme }) => getColor({ variable: 'background.primaryEmphasis', theme })};
`;

/** A share of 0 to 1 as a bar; null where the end is not known. The words beside it say the same. */
export function Bar({ share, label }: { share: number | null; label: string }) {
  const percent = share === null ? null : Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <Track
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(percent === null ? {} : { 'aria-valuenow': percent })}
    >
      <Part style={{ width: `${percent ?? 100}%`, opacity: percent === null ? 0.4 : 1 }} />
    </Track>
  );
}
