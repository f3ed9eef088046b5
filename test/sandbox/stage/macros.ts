import { macros } from '../seed/index.ts';
import type { Zendesk } from '../zendesk/driver.ts';
import type { Macro, MacroAction } from '../zendesk/records.ts';

/** Saves the seed's macros, each with its tag and state beside the text; a group's and an agent's own among them. */
export function saveMacros(zendesk: Zendesk, agents: ReadonlyMap<string, number>, at: number): void {
  const group = zendesk.addGroup('Onboarding').id;
  const [agent = 0] = agents.values();
  const restrictions: Record<(typeof macros)[number]['isFor'], Macro['restriction']> = {
    everyone: null,
    group: { type: 'Group', ids: [group] },
    person: { type: 'User', ids: [agent] },
  };
  for (const { key, title, text, isHtml, isFor } of macros) {
    const actions: MacroAction[] = [
      { field: isHtml ? 'comment_value_html' : 'comment_value', value: text },
      { field: 'current_tags', value: key.replaceAll('-', '_') },
      { field: 'status', value: 'pending' },
    ];
    zendesk.addMacro({ title, actions, restriction: restrictions[isFor], at });
  }
}
