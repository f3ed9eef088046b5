import { helpdeskArticlesContract } from './helpdesk-articles.ts';
import { helpdeskConversationsContract } from './helpdesk-conversations.ts';
import { helpdeskPublishingContract } from './helpdesk-publishing.ts';
import type { MakeStage } from './helpdesk-stage.ts';
import { helpdeskTroubleContract } from './helpdesk-trouble.ts';

/** What every helpdesk rim guarantees, whatever the vendor: the same story gives the same reading. */
export function helpdeskContract(make: MakeStage): void {
  helpdeskConversationsContract(make);
  helpdeskArticlesContract(make);
  helpdeskPublishingContract(make);
  helpdeskTroubleContract(make);
}
