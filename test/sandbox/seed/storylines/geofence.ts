import type { Topic } from '../topic.ts';
import type { Story } from '../types.ts';

/** Customers say geofence, the article says clock-in zone: the help center's search finds nothing. */
export const geofenceStory: Story = {
  key: 'geofence',
  what: 'the article on clock-in zones is right, but nobody finds it under geofence or GPS',
  expect: 'terms',
  articleKey: 'clock-in-zones',
  terms: ['geofence', 'gps'],
};

export const geofence: Topic = {
  story: 'geofence',
  name: 'geofence',
  article: 'clock-in-zones',
  count: 8,
  firstCustomer: 6,
  subjects: ['Geofence', 'Geofencing for time clock', 'GPS fence', 'Staff punching in from home'],
  questions: [
    'Do you have a geofence? {colleague} [obviously|clearly] clocks in from the [bus|car park] and we need to stop that at {site}. I searched for geofence and got no results.',
    'I am looking for the geofence setting for {site}. [The search finds nothing|Nothing comes up in your help center].',
    'How big is the GPS radius of the geofence, and can I [change|set] it for {site}? Searching the help center for GPS [brought up nothing|did not help].',
    'Competitors have geofencing, where staff can only punch in [on site|at the workplace]. Does Shiftloom have a geofence [too|as well]?',
  ],
  clarifications: [
    {
      ask: 'Do you mean that people should only be able to clock in on site?',
      reply: 'Exactly, a geofence [around the building|around {site}], by GPS.',
    },
  ],
  gist: [
    'A geofence is called clock-in zone in Shiftloom.',
    'What you call a geofence is a clock-in zone in Shiftloom, it works by GPS.',
    'The GPS geofence is called clock-in zone in our help center.',
  ],
  steps: [
    ['Open Settings > Locations and select the location.', 'Go to Settings > Locations and select the location.'],
    ['Open the Clock-in tab and turn on Clock-in zone.', 'On the Clock-in tab, turn on Clock-in zone.'],
    [
      'Drag the circle over the site, it can be 50 to 500 metres wide.',
      'Drag the circle over the site. It can be 50 to 500 metres wide.',
    ],
    ['Choose Block or Warn for people outside the zone.', 'Then choose Block or Warn for people outside the zone.'],
  ],
  facts: [
    [
      'We read the position of the phone only in the moment someone clocks in or out.',
      'The position of the phone is read only in the moment someone clocks in or out, never in between.',
    ],
  ],
  followUps: [{ ask: 'From when does the geofence apply?', answer: 'The zone applies from the next shift on.' }],
  linking: 0.8,
};
