/** A question of customers that no article answers, and the steps by which agents resolve it. */
export interface Question {
  subject: string;
  asks: readonly string[];
  /** Each step in two wordings of the same words or nearly so; the first is the procedure. */
  steps: readonly (readonly [string, string])[];
}

/** Made-up functions of the sandbox's product that its help center says nothing of. */
export const QUESTIONS: readonly Question[] = [
  {
    subject: 'Wall tablet shows a blank board',
    asks: [
      'The tablet on our kitchen wall shows a blank noticeboard since this morning. How do we get the kiosk display back?',
      'Our kiosk display in the staff room went blank and shows no noticeboard any more. What can we do?',
      'Since we changed the tablet, the wall display stays empty where the noticeboard should be.',
      'How do I pair the wall tablet again? The kiosk display only shows an empty noticeboard.',
    ],
    steps: [
      [
        'Hold the tablet logo for five seconds until the pairing screen opens.',
        'Please hold the tablet logo for five seconds until the pairing screen opens.',
      ],
      [
        'Write down the six letters that the pairing screen displays.',
        'Then write down the six letters that the pairing screen displays.',
      ],
      [
        'Choose the noticeboard in the list of displays and enter the letters.',
        'Now choose the noticeboard in the list of displays and enter the letters.',
      ],
      [
        'Set the brightness schedule to the opening hours of the branch.',
        'Next set the brightness schedule to the opening hours of the branch.',
      ],
      [
        'Restart the kiosk display once so that it loads the noticeboard.',
        'Finally restart the kiosk display once so that it loads the noticeboard.',
      ],
    ],
  },
  {
    subject: 'Uniform deposits',
    asks: [
      'How can we record which aprons and jackets we lent to the staff? We want to track the uniform deposit.',
      'Somebody left and I have no idea which uniform pieces she still has. Can the lending of jackets be tracked?',
      'We hand out uniforms and want them back. Where do I see the lent aprons of a person?',
      'Is there a list of lent uniforms? I need to know who still owes us a jacket.',
    ],
    steps: [
      [
        'Create a wardrobe sheet for each size of apron and jacket.',
        'Please create a wardrobe sheet for each size of apron and jacket.',
      ],
      [
        'Scan the sewn label of the garment with the phone camera.',
        'Then scan the sewn label of the garment with the phone camera.',
      ],
      ['Pick the borrower and let them sign on the screen.', 'Now pick the borrower and let them sign on the screen.'],
      [
        'Mark the garment as returned when it comes back washed.',
        'Later mark the garment as returned when it comes back washed.',
      ],
    ],
  },
  {
    subject: 'Fire drill roll call',
    asks: [
      'We had a fire drill and nobody knew who was in the building. Can we print a roll call for the assembly point?',
      'How do I get a muster list of everybody on site when the fire alarm rings?',
      'The inspector asks for an evacuation roll call. Where do we find who was present during the drill?',
      'For the next fire drill I need a list of people in the building at the assembly point.',
    ],
    steps: [
      [
        'Nominate one warden for every floor of the building.',
        'Please nominate one warden for every floor of the building.',
      ],
      ['Draw the assembly point on the evacuation map.', 'Then draw the assembly point on the evacuation map.'],
      [
        'Start the drill from the red triangle and wait for the muster list.',
        'Now start the drill from the red triangle and wait for the muster list.',
      ],
      [
        'Tick off everybody whom the warden meets at the assembly point.',
        'Next tick off everybody whom the warden meets at the assembly point.',
      ],
      [
        'Close the drill and file the roll call for the inspector.',
        'Afterwards close the drill and file the roll call for the inspector.',
      ],
      [
        'Repeat the drill twice a year so that the reminder goes away.',
        'Also repeat the drill twice a year so that the reminder goes away.',
      ],
    ],
  },
  {
    subject: 'Carpool seats for the late bus',
    asks: [
      'Our late crew misses the last bus. Can people offer carpool seats to each other somewhere?',
      'How do I open the ride board so that drivers can offer seats after the night?',
      'Two colleagues drive home the same way and want to share the car. Where is the carpool function?',
      'Is there a way to arrange shared rides for those who finish after the last bus?',
    ],
    steps: [
      [
        'Enable the ride board for the depot where the crew gathers.',
        'Please enable the ride board for the depot where the crew gathers.',
      ],
      [
        'Ask every driver to enter the free seats and the route home.',
        'Then ask every driver to enter the free seats and the route home.',
      ],
      [
        'Passengers reserve a seat by tapping the steering wheel symbol.',
        'Now passengers reserve a seat by tapping the steering wheel symbol.',
      ],
      [
        'Confirm the ride before noon because open offers expire.',
        'Kindly confirm the ride before noon because open offers expire.',
      ],
      [
        'Share the petrol costs with the mileage slider below the ride.',
        'Finally share the petrol costs with the mileage slider below the ride.',
      ],
    ],
  },
];

/** The steps as the output states them. */
export const procedureOf = (question: Question): string[] => question.steps.map(([step]) => step);
