import { ToastProvider } from '@zendeskgarden/react-notifications';
import { type MouseEvent, useEffect, useRef } from 'react';
import styled from 'styled-components';
import { Theme, useScheme } from '../frame/theme.tsx';
import { Activity } from './activity/activity.tsx';
import { Articles } from './articles/articles.tsx';
import { CommandMenu } from './command-menu.tsx';
import { Gaps } from './gaps/gaps.tsx';
import { Health } from './health/health.tsx';
import { useHelpdesk } from './helpdesk.ts';
import { useConsoleWords } from './keys.ts';
import { Nav } from './nav.tsx';
import { Overview } from './overview/overview.tsx';
import { SkipLink } from './parts/layout.tsx';
import { Policy } from './policy/policy.tsx';
import { Progress } from './progress/progress.tsx';
import { Review } from './review/review.tsx';
import { type Route, useRoute } from './route.ts';

const Frame = styled.div`
  display: grid;
  grid-template-columns: 200px minmax(0, 1fr);
  min-height: 100vh;
  @media (max-width: 860px) {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto 1fr;
  }
`;
const Main = styled.main`
  min-width: 0;
  padding: 20px 24px 48px;
  &:focus { outline: none; }
  @media (max-width: 860px) { padding: 12px 12px 48px; }
`;

/** The console: what there is to see beside the view that is open. */
export function App() {
  const route = useRoute();
  const words = useConsoleWords();
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  const { view } = route;
  const toMain = (event: MouseEvent) => {
    event.preventDefault();
    main.current?.focus();
  };
  useEffect(() => {
    document.title = `${words.t(`nav.${view}`)} · Mend`;
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [view, words]);
  return (
    <Theme scheme={useScheme(useHelpdesk())}>
      <ToastProvider zIndex={500}>
        <SkipLink href="#main" onClick={toMain}>
          {words.t('nav.skip')}
        </SkipLink>
        <Frame>
          <Nav view={view} />
          <Main id="main" ref={main} tabIndex={-1}>
            <Open route={route} />
          </Main>
        </Frame>
        <CommandMenu />
      </ToastProvider>
    </Theme>
  );
}

function Open({ route: { view, parts, query } }: { route: Route }) {
  switch (view) {
    case 'overview':
      return <Overview />;
    case 'review':
      return <Review fixId={parts[0] ?? null} query={query} />;
    case 'gaps':
      return <Gaps gapId={parts[0] ?? null} query={query} />;
    case 'articles':
      return <Articles id={parts[0] ?? null} locale={parts[1] ?? null} query={query} />;
    case 'activity':
      return <Activity query={query} />;
    case 'progress':
      return <Progress part={parts[0] ?? null} />;
    case 'policy':
      return <Policy />;
    case 'health':
      return <Health />;
  }
}
