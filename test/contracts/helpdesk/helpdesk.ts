import { helpdeskAnswersContract } from './answers.ts';
import { helpdeskArticlesContract } from './articles.ts';
import { helpdeskConversationsContract } from './conversations.ts';
import { helpdeskPublishingContract } from './publishing.ts';
import type { MakeStage } from './stage.ts';
import { helpdeskTroubleContract } from './trouble.ts';

/** What every helpdesk rim guarantees, whatever the vendor: the same story gives the same reading. */
export function helpdeskContract(make: MakeStage): void {
  helpdeskConversationsContract(make);
  helpdeskAnswersContract(make);
  helpdeskArticlesContract(make);
  helpdeskPublishingContract(make);
  helpdeskTroubleContract(make);
}
