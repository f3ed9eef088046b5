import { ApiError } from '../errors.ts';

export const VERSION_HEADER = 'intercom-version';

/** What the app is set to in the Developer Hub; the answers of the sandbox are those of this version always. */
export const APP_VERSION = '2.16';

const MINORS = { 1: 4, 2: 16 } as const;
const KNOWN = new Set([
  ...Array.from({ length: MINORS[1] + 1 }, (_, minor) => `1.${minor}`),
  ...Array.from({ length: MINORS[2] + 1 }, (_, minor) => `2.${minor}`),
  'Preview',
  'Unstable',
]);

/** The version that answers, which is told in the answer too. */
export function checkVersion(wanted: string | undefined): string {
  if (wanted === undefined) return APP_VERSION;
  if (!KNOWN.has(wanted))
    throw new ApiError(400, 'intercom_version_invalid', 'The requested version could not be found');
  return wanted;
}
