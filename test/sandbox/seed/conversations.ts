import { calendarFeed } from './storylines/calendarFeed.ts';
import { clockOutCrash } from './storylines/clockOutCrash.ts';
import { geofence } from './storylines/geofence.ts';
import { german } from './storylines/german.ts';
import { moonPhases } from './storylines/moonPhases.ts';
import { ownerChanges, refunds } from './storylines/needsAction.ts';
import { injection, nonsense } from './storylines/noise.ts';
import { publicHolidays } from './storylines/publicHolidays.ts';
import { staleImport } from './storylines/staleImport.ts';
import { timeline } from './timeline.ts';
import { converse } from './topic.ts';
import { apiKeys, changePlan, invoices } from './topics/account.ts';
import { addLocation, clockInZones, importBeforeChange, installApp } from './topics/gettingStarted.ts';
import { handOver } from './topics/handOver.ts';
import { deactivate, password, roles } from './topics/people.ts';
import { copyWeek, openShifts, publishRota } from './topics/rota.ts';
import { correctTimesheet, exportTimesheets, timeOff } from './topics/time.ts';
import type { SeedConversation } from './types.ts';

const covered = [
  publishRota,
  copyWeek,
  openShifts,
  handOver,
  correctTimesheet,
  exportTimesheets,
  timeOff,
  roles,
  password,
  deactivate,
  invoices,
  changePlan,
  apiKeys,
  installApp,
  addLocation,
  importBeforeChange,
  clockInZones,
];
const told = [staleImport, calendarFeed, publicHolidays, geofence, clockOutCrash, refunds, ownerChanges];

/** Fourteen days of Shiftloom's support, in order of their start. */
export const conversations: SeedConversation[] = timeline([
  ...[...covered, ...told].flatMap(converse),
  ...moonPhases(),
  ...nonsense(),
  ...injection(),
  ...german(),
]);
