import { calendarFeedStory } from './storylines/calendarFeed.ts';
import { clockOutCrashStory } from './storylines/clockOutCrash.ts';
import { geofenceStory } from './storylines/geofence.ts';
import { germanStory } from './storylines/german.ts';
import { moonPhasesStory } from './storylines/moonPhases.ts';
import { needsActionStory } from './storylines/needsAction.ts';
import { injectionStory, nonsenseStory } from './storylines/noise.ts';
import { publicHolidaysStory } from './storylines/publicHolidays.ts';
import { staleImportStory } from './storylines/staleImport.ts';
import type { Story } from './types.ts';

/** What happens in the fourteen days and what Mend should make of it; `covered` is the everyday rest. */
export const stories: Story[] = [
  staleImportStory,
  calendarFeedStory,
  publicHolidaysStory,
  geofenceStory,
  clockOutCrashStory,
  moonPhasesStory,
  needsActionStory,
  nonsenseStory,
  injectionStory,
  germanStory,
  {
    key: 'covered',
    what: 'ordinary questions that the articles answer and agents answer from them',
    expect: 'nothing',
  },
];
