import type { Act, Learned } from '../learned/state.ts';
import type { Reading } from '../text/sentences.ts';
import { indexAct, unindexAct } from './acts.ts';

/** Times a fuller wording must be met before it leads its act. Stated: twice may be one agent's turn of phrase. */
const MIN_MET = 3;

/**
 * Lets a fuller wording lead an act once it is met more often than the one that came first, which may be a fragment or a
 * slip: what an act says is what agents mostly say. An act that an article says is led by the article's line.
 */
export function promote(learned: Learned, act: Act, said: Reading): void {
  const lead = act.lead ?? { wording: 0, met: 1, rival: 0, rivalMet: 0 };
  act.lead = lead;
  if (lead.wording === 0 && isSame(act, said)) lead.wording = said.wording;
  if (said.wording === lead.wording) {
    lead.met++;
    return;
  }
  if (!isFuller(said, act)) return;
  if (said.wording === lead.rival) lead.rivalMet++;
  else if (lead.rivalMet > 1) lead.rivalMet--;
  else Object.assign(lead, { rival: said.wording, rivalMet: 1 });
  if (lead.rivalMet < MIN_MET || lead.rivalMet <= lead.met || isArticles(learned, act)) return;
  unindexAct(learned, act);
  const { frame, stems, functions, isQuestion, slots } = said;
  Object.assign(act, { frame, stems, functions, isQuestion, slots });
  if (said.isOneOff) act.isOneOff = true;
  else delete act.isOneOff;
  act.lead = { wording: said.wording, met: lead.rivalMet, rival: 0, rivalMet: 0 };
  indexAct(learned, act);
}

function isSame(act: Act, said: Reading): boolean {
  return act.frame.join(' ') === said.frame.join(' ') && act.isQuestion === said.isQuestion;
}

/** Whether a wording says all that the leader says, and more. */
function isFuller(said: Reading, act: Act): boolean {
  return said.isQuestion === act.isQuestion && act.stems.every((s) => said.stems.includes(s));
}

function isArticles(learned: Learned, act: Act): boolean {
  return [...learned.articles.values()].some((article) => article.lines.some((line) => line.act === act.id));
}
