import { describe } from 'vitest';
import { helpdeskContract } from '../contracts/helpdesk/helpdesk.ts';
import type { Stage, Trouble } from '../contracts/helpdesk/stage.ts';
import type { Fault } from '../sandbox/faults.ts';
import { openAccount } from './account.ts';

const FAULTS: Record<Trouble, Omit<Fault, 'path'>> = {
  down: { kind: '5xx', times: 1 },
  'too many requests': { kind: '429', times: 1, retryAfterSeconds: 9 },
  'token refused': { kind: 'auth-lost', times: 1 },
};
const PATHS = {
  conversations: ['/api/v2/tickets/**', '/api/v2/incremental/tickets/**'],
  articles: ['/api/v2/help_center/**'],
};

function setStage(): Stage {
  const { zendesk, connect, setTime } = openAccount();
  const botIds = [String(zendesk.admin.id)];
  const idOf = ({ id }: { id: number }) => String(id);
  return {
    helpdesk: connect({ botIds }),
    connect: () => connect({ botIds }),
    locale: 'en-us',
    setTime,
    addOrganization: (name, plan) => idOf(zendesk.addOrganization({ name, domains: [], fields: { plan } })),
    addCustomer: (name, email, organization) =>
      idOf(zendesk.addUser({ name, email, organization: organization === undefined ? null : Number(organization) })),
    addAgent: (name) => idOf(zendesk.addUser({ name, role: 'agent' })),
    addTeam: (name) => idOf(zendesk.addGroup(name)),
    open: ({ customer, subject, text, at }) =>
      idOf(zendesk.openTicket({ requester: Number(customer), subject, comment: text, at })),
    say: ({ conversation, by, text, at, isNote = false }) =>
      zendesk.addComment({ ticket: Number(conversation), author: Number(by), body: text, public: !isNote, at }),
    solve: ({ conversation, by, at }) =>
      zendesk.setStatus({ ticket: Number(conversation), status: 'solved', by: Number(by), at }),
    assign: ({ conversation, to, at }) => zendesk.assign({ ticket: Number(conversation), agent: Number(to), at }),
    rate: ({ conversation, rating, at }) => void zendesk.rate({ ticket: Number(conversation), score: rating, at }),
    tag: ({ conversation, tag, at }) => zendesk.tag({ ticket: Number(conversation), add: [tag], at }),
    addField: () => {
      zendesk.world.ticketFields.add(360_001);
      return '360001';
    },
    valueOf: ({ conversation, field }) =>
      String(zendesk.ticket(Number(conversation)).customFields.find(({ id }) => String(id) === field)?.value ?? ''),
    remove: ({ conversation, at }) => zendesk.deleteTicket({ ticket: Number(conversation), at }),
    addSection: (name) => idOf(zendesk.addSection({ name })),
    addArticle: ({ section, title, body, at, isDraft = false }) =>
      idOf(zendesk.addArticle({ section: Number(section), title, body, at, isDraft })),
    editArticle: ({ article, body, at }) => void zendesk.humanEditArticle({ article: Number(article), body, at }),
    trouble: (what, of) => zendesk.faults.set(...PATHS[of].map((path) => ({ ...FAULTS[what], path }))),
    writes: () => zendesk.requests.filter(({ method, status }) => method !== 'GET' && status < 300).length,
    violations: () => zendesk.violations,
  };
}

describe('the Zendesk rim', () => helpdeskContract(setStage));
