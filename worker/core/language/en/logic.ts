import { byMeaning, type Logic, wordList } from '../logic.ts';

/** English: the words of a sentence's logic. By hand, from grammar. */
export const ENGLISH_LOGIC: Logic = {
  same: [
    [/\b(?:can['’]t|cannot)\b/giu, 'can not'],
    [/\bwon['’]t\b/giu, 'will not'],
    [/n['’]t\b/giu, ' not'],
    [/['’]ll\b/giu, ' will'],
    [/['’]re\b/giu, ' are'],
    [/['’]ve\b/giu, ' have'],
    [/\b(?:up to|at most|no more than|not more than|a maximum of)\b/giu, 'atmost'],
    [/\b(?:at least|no less than|not less than|a minimum of)\b/giu, 'atleast'],
    [/\bas soon as\b/giu, 'once'],
    [/\bin case\b/giu, 'if'],
  ],
  turning: byMeaning(
    'not: never no neither nor none nobody nothing; without; except; only: solely; off; instead; or: either; some; most; more; less; fewer; few; ' +
      'many; too; again; still; sometimes; usually; about: around approximately roughly; than; who; what; how; why; which; where',
  ),
  hanging: byMeaning(
    'if; unless; when: once whenever; before; after; until: till; while; because: since; although: though; whether',
  ),
  joining: wordList('and but then so'),
  binding: wordList(
    'every each of at by for from in into on onto over to with per via within under between through during out up down atmost atleast as against above below beside behind',
  ),
  places: wordList('at in into on onto to under'),
  neverNew: [
    wordList('i me my mine we us our ours ourselves myself'),
    wordList('he him his she her they them their'),
    wordList('must required need needs mandatory shall ought should have has'),
    wordList('all every any always both each'),
    wordList('will shall would'),
    wordList('can may might could'),
  ],
  team: wordList('i we'),
  optional: wordList('optional optionally may might'),
  choice: wordList('optional optionally may might can could if want'),
  completed: wordList('turn turned switch switched toggle log logged sign signed opt check scroll move'),
  completing: wordList('on off in out up down'),
  alike: [
    wordList('open go navigate visit head'),
    wordList('click tap press select choose hit pick'),
    wordList('enter type'),
  ],
  free: wordList(
    'page screen window menu button option section field tab icon item following able simply make sure ensure',
  ),
  courtesy: wordList(
    'please kindly thank thanks sorry just simply ahead okay ok sure alright great well actually basically now',
  ),
};
