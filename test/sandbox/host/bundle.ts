import { join } from 'node:path';
import { build } from 'vite';

/** A page's own script, bundled from its `browser/main.ts`; the host's where none is named. Throws where it does not compile. */
export async function bundlePage(main: string = join(import.meta.dirname, 'browser/main.ts')): Promise<string> {
  const built = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: main, output: { format: 'es' } },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('the page has no script');
  return chunk.code;
}
