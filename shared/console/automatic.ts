import type { ActKind, AutomaticAct } from '../automatic.ts';

/** How a category fares without a person; `missing` are good ends in a row that would earn it. `upperBound` as for fixes. */
export interface AutomaticRecord {
  kind: ActKind;
  category: string;
  isEarned: boolean;
  good: number;
  bad: number;
  missing: number;
  upperBound: number;
}

/** One act as people look at it. `isAsked`: it is old enough to be judged, and only a person can. */
export type ShownAct = Pick<
  AutomaticAct,
  'kind' | 'conversationId' | 'category' | 'said' | 'team' | 'state' | 'at' | 'verdict' | 'why'
> & { isAsked: boolean };

/** What is done without a person: of every category of the help center, and what was done or would have been lately. */
export interface AutomaticView {
  isPublicAllowed: boolean;
  records: AutomaticRecord[];
  latest: ShownAct[];
}
