import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { useConsoleWords } from './keys.ts';
import { linkTo, VIEWS, type View } from './route.ts';

const Side = styled.nav`
  background: ${({ theme }) => getColor({ variable: 'background.subtle', theme })};
  border-inline-end: 1px solid ${({ theme }) => getColor({ variable: 'border.subtle', theme })};
  padding: 16px 8px;
  @media (max-width: 860px) {
    position: sticky;
    top: 0;
    z-index: 10;
    padding: 4px;
    border-inline-end: 0;
    border-bottom: 1px solid ${({ theme }) => getColor({ variable: 'border.subtle', theme })};
  }
`;
const Name = styled.p`
  font-weight: ${({ theme }) => theme.fontWeights.semibold};
  padding: 0 12px 12px;
  @media (max-width: 860px) { display: none; }
`;
const List = styled.ul`
  list-style: none;
  padding: 0;
  display: flex;
  flex-direction: column;
  gap: 2px;
  @media (max-width: 860px) { flex-flow: row wrap; }
`;
const Link = styled.a`
  display: block;
  padding: 6px 12px;
  border-radius: ${({ theme }) => theme.borderRadii.md};
  color: ${({ theme }) => getColor({ variable: 'foreground.default', theme })};
  text-decoration: none;
  &:hover { background: ${({ theme }) => getColor({ variable: 'background.primaryEmphasis', transparency: theme.opacity[100], theme })}; }
  &[aria-current='page'] {
    background: ${({ theme }) => getColor({ variable: 'background.primaryEmphasis', transparency: theme.opacity[200], theme })};
    font-weight: ${({ theme }) => theme.fontWeights.semibold};
  }
  &:focus-visible { outline: 2px solid ${({ theme }) => getColor({ variable: 'border.primaryEmphasis', theme })}; }
  @media (max-width: 860px) { padding: 4px 8px; }
`;

/** The way between the views. */
export function Nav({ view }: { view: View }) {
  const { t } = useConsoleWords();
  return (
    <Side aria-label={t('nav.label')}>
      <Name>Mend</Name>
      <List>
        {VIEWS.map((one) => (
          <li key={one}>
            <Link href={linkTo(one)} aria-current={one === view ? 'page' : undefined}>
              {t(`nav.${one}`)}
            </Link>
          </li>
        ))}
      </List>
    </Side>
  );
}
