import { describe } from 'vitest';
import { helpdeskContract } from '../contracts/helpdesk/helpdesk.ts';
import type { Stage, Trouble } from '../contracts/helpdesk/stage.ts';
import type { Fault } from '../sandbox/faults.ts';
import { openWorkspace } from './workspace.ts';

const FAULTS: Record<Trouble, Omit<Fault, 'path'>> = {
  down: { kind: '5xx', times: 1 },
  'too many requests': { kind: '429', times: 1, retryAfterSeconds: 9 },
  'token refused': { kind: 'auth-lost', times: 1 },
};
const PATHS = { conversations: ['/conversations/**'], articles: ['/articles**'] };

function setStage(): Stage {
  const { intercom, helpdesk, connect, setTime } = openWorkspace();
  return {
    helpdesk,
    connect: () => connect(),
    locale: 'en',
    setTime,
    addOrganization: (name, plan) => intercom.addCompany({ name, plan }).id,
    addCustomer: (name, email, organization) =>
      intercom.addContact({ name, email, companies: organization === undefined ? [] : [organization] }).id,
    addAgent: (name) => intercom.addAdmin({ name }).id,
    addTeam: (name) => intercom.addTeam({ name }).id,
    open: ({ customer, subject, text, at }) =>
      intercom.openConversation({ contact: customer, subject, body: text, channel: 'email', at }).id,
    say: ({ conversation, by, text, at, isNote = false }) =>
      void intercom.addPart({ conversation, author: by, body: text, isNote, at }),
    solve: ({ conversation, by, at }) => void intercom.closeConversation({ conversation, by, at }),
    assign: ({ conversation, to, at }) => void intercom.assign({ conversation, admin: to, at }),
    rate: ({ conversation, rating, at }) => intercom.rate({ conversation, rating: rating === 'good' ? 5 : 1, at }),
    tag: ({ conversation, tag, at }) => intercom.tag({ conversation, tag: intercom.addTag(tag), at }),
    addField: () => 'Mend survey',
    valueOf: ({ conversation, field }) => String(intercom.conversation(conversation).customAttributes[field] ?? ''),
    remove: ({ conversation, at }) => intercom.deleteConversation({ conversation, at }),
    addSection: (name) => intercom.addCollection({ name }).id,
    addArticle: ({ section, title, body, at, isDraft = false }) =>
      intercom.addArticle({ collection: section, title, body, at, isDraft }).id,
    editArticle: ({ article, body, at }) => void intercom.humanEditArticle({ article, body, at }),
    trouble: (what, of) => intercom.faults.set(...PATHS[of].map((path) => ({ ...FAULTS[what], path }))),
    writes: () =>
      intercom.requests.filter(
        ({ method, path, status }) => !/^GET$/.test(method) && !/search$/.test(path) && status < 300,
      ).length,
    violations: () => intercom.violations,
  };
}

describe('the Intercom rim', () => helpdeskContract(setStage));
