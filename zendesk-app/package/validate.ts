import { error, type Files, type Finding } from './rules/finding.ts';
import { checkBanner, checkIcons, checkMime, checkSvgs } from './rules/images.ts';
import { checkManifest, checkSource } from './rules/manifest.ts';
import { checkRequirements } from './rules/requirements.ts';
import { checkTranslations } from './rules/translations.ts';
import { checkRequests, checkSecrets, checkSecureSettings } from './rules/warnings.ts';

/**
 * Everything that Zendesk's app validator would say of a package, offline and in its order: the manifest first and, only
 * where that is clean, what the rest holds; images and kinds of files always. Files under `tmp/` are none of the package.
 * `links` are paths that are symbolic links.
 */
export function validatePackage(all: Files, links: readonly string[] = []): Finding[] {
  const files = new Map([...all].filter(([path]) => !path.startsWith('tmp/')));
  const { manifest, findings } = checkManifest(files);
  if (manifest && findings.length === 0)
    findings.push(
      ...links.map((path) => error('symlink_in_zip', `${path} is a symbolic link`)),
      ...checkSource(manifest, files),
      ...checkTranslations(manifest, files),
      ...checkRequirements(manifest, files),
      ...checkIcons(manifest, files),
      ...checkSecureSettings(manifest),
      ...checkRequests(files),
    );
  return [...findings, ...checkBanner(files), ...checkSvgs(files), ...checkMime(files), ...checkSecrets(files)];
}
