import { z } from 'zod';
import { type HostApp, type HostLocation, LOCATIONS } from './contract.ts';

const locationSchema = z.union([
  z.string(),
  z.looseObject({ url: z.string(), flexible: z.boolean().optional(), signed: z.boolean().optional() }),
]);
const manifestSchema = z.looseObject({
  name: z.string(),
  signedUrls: z.boolean().default(false),
  location: z.object({ support: z.record(z.string(), locationSchema) }),
});

/** The app that a manifest describes, its address template filled with where the app runs (`http://127.0.0.1:1234`). */
export function appOfManifest(manifest: unknown, base: string, ids: { id: number; installationId: number }): HostApp {
  const { name, signedUrls, location } = manifestSchema.parse(manifest);
  const locations: HostApp['locations'] = {};
  for (const where of LOCATIONS) {
    const declared = location.support[where];
    if (declared) locations[where] = locationOf(declared, signedUrls, base);
  }
  return { ...ids, name, settings: {}, locations };
}

function locationOf(declared: z.infer<typeof locationSchema>, isSigned: boolean, base: string): HostLocation {
  const options = typeof declared === 'string' ? { url: declared } : declared;
  return {
    url: options.url.replace(/^https:\/\/\{\{MEND_HOST\}\}/, base),
    isSigned: options.signed ?? isSigned,
    isFlexible: options.flexible ?? true,
  };
}
