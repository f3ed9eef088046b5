import type {
  AppAnswer,
  AppRequest,
  Boot,
  DeskState,
  Launch,
  LocationName,
  Pace,
  TicketRow,
  TicketSave,
  TicketView,
} from '../contract.ts';

const as = new URLSearchParams(location.search).get('as');

function address(path: string): string {
  return `/desk/${path}${as === null ? '' : `?as=${encodeURIComponent(as)}`}`;
}

async function answerOf<T>(response: Response): Promise<T> {
  const body = (await response.json().catch(() => ({ error: 'the answer could not be read' }))) as { error?: string };
  if (!response.ok) throw new Error(body.error ?? `the helpdesk answered ${response.status}`);
  return body as T;
}

const load = async <T>(path: string): Promise<T> => answerOf<T>(await fetch(address(path)));
const post = async <T>(path: string, body: unknown): Promise<T> =>
  answerOf<T>(
    await fetch(address(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

/** The helpdesk's server, as whoever sits at the page. Each call throws an Error in the server's words. */
export const api = {
  boot: () => load<Boot>('boot'),
  state: () => load<DeskState>('state'),
  tickets: () => load<TicketRow[]>('tickets'),
  ticket: (id: number) => load<TicketView>(`tickets/${id}`),
  save: (id: number, change: TicketSave) => post<TicketView>(`tickets/${id}`, change),
  launch: (app: number, where: LocationName) => post<Launch>('launch', { app, location: where }),
  request: (request: AppRequest) => post<AppAnswer>('request', request),
  locale: (locale: string) => post<unknown>('locale', { locale }),
  pace: (pace: Pace) => post<unknown>('pace', pace),
};
