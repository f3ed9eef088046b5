import type { Recognizer } from './recognizer.ts';
import { bankAccount } from './recognizers/number/bank-account.ts';
import { card } from './recognizers/number/card.ts';
import { documentNumber } from './recognizers/number/document.ts';
import { iban } from './recognizers/number/iban.ts';
import { nationalNumber } from './recognizers/number/national-number.ts';
import { ownNumber } from './recognizers/number/own-number.ts';
import { phone } from './recognizers/number/phone.ts';
import { spokenNumber } from './recognizers/number/spoken-number.ts';
import { email } from './recognizers/online/email.ts';
import { handle } from './recognizers/online/handle.ts';
import { link } from './recognizers/online/link.ts';
import { networkAddress } from './recognizers/online/network-address.ts';
import { birthDate } from './recognizers/person/birth-date.ts';
import { easternPerson } from './recognizers/person/eastern-person.ts';
import { firstName } from './recognizers/person/first-name.ts';
import { health } from './recognizers/person/health.ts';
import { introducedPerson } from './recognizers/person/introduced-person.ts';
import { signature } from './recognizers/person/signature.ts';
import { spokenOf } from './recognizers/person/spoken-of.ts';
import { statedPerson } from './recognizers/person/stated-person.ts';
import { stranger } from './recognizers/person/stranger.ts';
import { place } from './recognizers/place/place.ts';
import { postcode } from './recognizers/place/postcode.ts';
import { street } from './recognizers/place/street.ts';
import { key } from './recognizers/secret/key.ts';
import { labelledSecret } from './recognizers/secret/labelled-secret.ts';
import { oneTimeCode } from './recognizers/secret/one-time-code.ts';
import { toldPassword } from './recognizers/secret/told-password.ts';

/** Every recognizer, each with what it covers. A new kind of personal data is a new line here. */
export const RECOGNIZERS: readonly Recognizer[] = [
  email,
  link,
  handle,
  networkAddress,
  key,
  labelledSecret,
  toldPassword,
  oneTimeCode,
  card,
  iban,
  bankAccount,
  phone,
  spokenNumber,
  nationalNumber,
  documentNumber,
  ownNumber,
  birthDate,
  street,
  postcode,
  place,
  health,
  statedPerson,
  introducedPerson,
  firstName,
  easternPerson,
  spokenOf,
  stranger,
  signature,
];
