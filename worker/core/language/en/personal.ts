import type { PersonalWords } from '../personal-words.ts';

/** How people speak of themselves and of others in English. Written by hand. */
export const PERSONAL: PersonalWords = {
  documents:
    "passport|passport number|passport no|driver's license|drivers license|driver's licence|driving licence|" +
    'driving license|licence number|license number|dl|ssn|social security|social security number|social insurance|' +
    'social insurance number|sin|itin|ein|national insurance|national insurance number|nino|ni number|national id|' +
    'national identity|identity number|identity card|id card|id number|id no|my id|emirates id|voter id|omang|' +
    'ghana card|nric|nin|bvn|philhealth|ni no|id is|state id|sa id|tax id|taxpayer id|tax file number|tfn|' +
    'tax identification|tax number|vat id|tin|utr|pps|pps number|ppsn|nhs|nhs number|medicare|health insurance|' +
    'insurance number|insurance policy|policy number|my policy|policy no|policy|member|member no|mrn|medical record|' +
    'patient|patient id|patient number|member id|membership|membership number|member number|employee id|' +
    'employee number|employee no|staff id|student id|student number|personnel number|payroll number|' +
    'residence permit|green card|visa number|work permit|vin|imei|aadhaar|aadhar|pan|frequent flyer|loyalty number|' +
    'loyalty card|friend code|voter card|library card|health card|badge number',
  cards: 'card|badge|licence|license|permit|certificate|identification|document',
  cases: '',
  numbers: 'number|no|nr|id',
  owners: 'my|our|his|her|their|your',
  plates:
    'plate|plates|number plate|license plate|licence plate|registration|registration number|reg plate|reg number|reg|vehicle reg|tag number|my car|my van|i drive|vehicle|my vehicle|my truck|my motorbike|the car',
  accounts:
    'iban|bic|swift|bank account|account|account number|account no|acct|acct no|acc no|acc|a/c|sort|routing|' +
    'routing number|sort code|aba|bsb|clabe|ifsc|transit number',
  passwords: 'password|passwords|passwd|pwd|pass|passphrase|pw|passcode|wifi pass|wi-fi pass|wi-fi password|wifi key',
  codes:
    'otp|totp|2fa|mfa|2fa code|mfa code|pin|puk|pin code|passcode|one-time code|one time code|one-time password|' +
    'one-time passcode|verification code|security code|login code|log-in code|sign-in code|access code|backup code|' +
    'backup codes|recovery code|recovery codes|confirmation code|sms code|authentication code|authenticator code|' +
    'two-factor code|unlock code|door code|gate code|alarm code|safe code|reset code|activation code|invite code|' +
    'voucher code|gift card code|entry code|code from the text|code you texted|code i received|code i got|' +
    'code they sent|code you sent',
  births:
    'dob|d.o.b|date of birth|birth date|birthdate|birthday|born|born on|my birthday is|bday|b-day|d o b|date birth|birth',
  lives:
    'i live at|i live on|i live in|we live at|we live on|lives at|live at|moved to|my address|our address|' +
    'home address|postal address|mailing address|shipping address|billing address|delivery address|street address|' +
    'work address|office address|address is|deliver it to',
  postcodes: 'zip|zip code|zipcode|postcode|post code|postal code|eircode|pin code of',
  streets:
    'street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|way|place|pl|square|sq|parkway|pkwy|' +
    'terrace|ter|highway|hwy|close|crescent|gardens|grove|mews|row|walk|hill|quay|circle|cir|trail|loop|alley|rise|' +
    'wharf|nagar|marg|colony|layout|sector|chowk',
  units: 'flat|apt|apartment|apartments|suite|ste|unit|floor|room|building|bldg|block|house|po box|p.o. box|box',
  named:
    "my name is|my name's|my name was|my full name is|my first name is|my last name is|my surname is|" +
    "my real name is|my legal name is|name is|name's|under the name|under the name of|in the name of|full name|" +
    'first name|last name|surname|customer name|contact name|account holder|account holder name|cardholder|' +
    'cardholder name|caller name|patient name|guest name|billing name|requester name|employee name|student name|' +
    'attn|attention|requested by|reported by|submitted by|prepared by|c/o|calls me|call me|whose name is|goes by|' +
    'i go by|maiden name is|nickname is|signed by|his name is|her name is|their name is',
  am: "i'm|i am|im|this is|it's|it is",
  titles:
    'mr|mrs|ms|mx|dr|prof|miss|sir|madam|professor|doctor|captain|sergeant|pastor|rabbi|imam|uncle|aunt|auntie|' +
    'grandma|grandpa|nurse',
  kin:
    'colleague|co-worker|coworker|boss|supervisor|team lead|manager|assistant|secretary|husband|wife|spouse|fiance|' +
    'fiancee|son|daughter|brother|sister|mother|father|mom|mum|dad|friend|partner|girlfriend|boyfriend|flatmate|' +
    'roommate|neighbour|neighbor|accountant|lawyer|attorney|teacher|employee|ceo|cto|cfo|coo|cmo|account manager|' +
    'agent|rep|representative|technician|contact|contact person|intern|cousin|nephew|niece|grandmother|grandfather|' +
    'landlord|tenant|trainee|apprentice|driver|customer|client|patient|somebody|someone|a person|a woman|a man|' +
    'the guy|ex|ex-wife|ex-husband|stepson|stepdaughter|baby|kid|child',
  asks:
    'ask for|asked for|asking for|ask|asked|spoke to|spoke with|spoken to|spoken with|speak to|speak with|talk to|' +
    'talk with|talked to|talked with|talking to|talking with|chatted with|chat with|on behalf of|contact|contacted|' +
    'emailed|escalated to|escalate to|assigned to|assign this to|forwarded to|reassigned to|addressed to|' +
    'registered to|belongs to|belong to|hired|hello from|hi from|greetings from|regards from|message from|call from|' +
    'a note from|writing for|calling for|covering for|standing in for|met with|meet with|cc|cc:|according to|i told|' +
    'told|remind|married to|together with|introduced me to|tell|texted|phoned|called up|rang',
  greetings: 'hi|hello|hey|dear|hiya|greetings|good morning|good afternoon|good evening|good day|morning|howdy',
  closings:
    'thanks|thank you|thx|many thanks|thanks again|thanks a lot|thanks so much|cheers|best|regards|kind regards|' +
    'best regards|warm regards|best wishes|sincerely|yours|yours sincerely|yours faithfully|yours truly|' +
    'respectfully|love|xoxo|ta',
  says:
    'said|says|told|tells|wrote|writes|asked|asks|mentioned|replied|answered|thinks|forgot|forgets|called|phoned|' +
    'emailed|texted|complained|insists|promised|lives|lived|quit|retired|resigned|recommended|suggested',
  steps:
    'click|click on|press|tap|tap on|hit|select|choose|pick|open|reopen|go to|go into|navigate to|switch to|enable|' +
    'disable|tick|untick|check the box|uncheck|toggle|install|turn on|turn off|set up|scroll to|expand|tab|button|' +
    'menu|log into|sign in to|headed|labelled|labeled',
  health:
    'hiv|aids|cancer|leukaemia|leukemia|tumour|tumor|diabetes|diabetic|depression|depressed|anxiety disorder|' +
    'panic attacks|pregnant|pregnancy|miscarriage|miscarried|epilepsy|epileptic|hepatitis|chemotherapy|chemo|' +
    "bipolar|schizophrenia|dementia|alzheimer's|parkinson's|multiple sclerosis|asthma|stroke|heart attack|" +
    'heart disease|kidney disease|dialysis|transplant|surgery|psychiatric|psychiatrist|autism|autistic|adhd|ptsd|' +
    "anorexia|bulimia|crohn's|lupus|tuberculosis|covid|pneumonia|insulin|antidepressants|methadone|rehab|overdose|" +
    'abortion|ivf|infertility|endometriosis|migraine|migraines|arthritis|sclerosis|seizure|seizures|wheelchair|' +
    'disability|burnout|allergic to',
  ill:
    'diagnosed with|diagnosis of|diagnosis is|suffers from|suffer from|suffering from|treated for|treatment for|' +
    'being treated for|in hospital with|hospitalised with|hospitalized with|recovering from|off sick with|' +
    'sick leave for|died of|tested positive for|operated on for|allergic to|prescribed',
  persons: "i|i'm|i've|my|me|he|he's|she|she's|his|her|him",
  handles:
    'username|user name|user id|login|login name|login id|screen name|nickname|handle|gamertag|psn|psn id|psn name|riot id|steam id|steam name|epic id|battletag|battle tag|display name|ign|account name|tag name',
  stops: '',
};
