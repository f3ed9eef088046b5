import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageOf } from '../../zendesk-app/package/files.ts';
import { asListed, checkListing } from '../../zendesk-app/package/marketplace.ts';
import { validatePackage } from '../../zendesk-app/package/validate.ts';

const ROOT = join(import.meta.dirname, '../..');
const ADA = { name: 'Ada Ltd', email: 'help@ada-support.com', url: 'https://ada-support.com' };
const listed = (author: typeof ADA | null) =>
  packageOf(ROOT, 'mend.ada-support.com', (manifest) => asListed(manifest, author)).files;

describe('the package for the marketplace', () => {
  it('may be installed by anybody, names who answers for it, and has all a listing shows in every language', () => {
    const files = listed(ADA);
    const errors = [...validatePackage(files), ...checkListing(files)].filter(({ level }) => level === 'error');
    expect(errors).toEqual([]);
    const manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
    expect([manifest.private, manifest.author]).toEqual([false, ADA]);
  });

  it('is none while the author is an example’s', () => {
    expect(
      new Set(
        checkListing(listed(null))
          .filter(({ level }) => level === 'error')
          .map(({ key }) => key),
      ),
    ).toEqual(new Set(['mend_listing_author']));
  });

  it('is none without a text or an icon that a listing shows', () => {
    const files = new Map(listed(ADA));
    files.delete('assets/logo.png');
    files.set('translations/de.json', new TextEncoder().encode('{"app":{"name":"Mend"}}'));
    const keys = checkListing(files).map(({ key }) => key);
    expect(keys.filter((key) => key === 'mend_listing_text').length).toBe(3);
    expect(keys).toContain('mend_listing_icon');
  });

  it('leaves the package of one’s own account private', () => {
    const { files } = packageOf(ROOT, 'mend.ada-support.com');
    expect(JSON.parse(new TextDecoder().decode(files.get('manifest.json'))).private).toBe(true);
  });
});
