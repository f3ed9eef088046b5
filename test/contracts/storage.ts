import { accountsContract } from './accounts.ts';
import { automaticActsContract } from './automatic/acts.ts';
import { contextContract } from './context/stored.ts';
import { decidingContract } from './deciding.ts';
import { inboxContract } from './inbox.ts';
import { knowledgeContract } from './knowledge.ts';
import { learningContract } from './learning.ts';
import { macrosContract } from './macros.ts';
import { besideEndingsContract } from './measure/beside-endings.ts';
import { endingsContract } from './measure/endings.ts';
import { modelsContract } from './models.ts';
import { outboxContract } from './outbox.ts';
import { outcomesContract } from './outcomes.ts';
import { publishingContract } from './publishing.ts';
import { retentionContract } from './retention.ts';
import { reviewingContract } from './reviewing.ts';
import { sessionsContract } from './sessions.ts';
import type { MakeStores } from './stores.ts';

/** What every implementation of the storage ports guarantees. */
export function storageContract(make: MakeStores): void {
  accountsContract(make);
  retentionContract(make);
  inboxContract(make);
  learningContract(make);
  knowledgeContract(make);
  macrosContract(make);
  publishingContract(make);
  decidingContract(make);
  reviewingContract(make);
  outboxContract(make);
  outcomesContract(make);
  endingsContract(make);
  automaticActsContract(make);
  besideEndingsContract(make);
  contextContract(make);
  modelsContract(make);
  sessionsContract(make);
}
