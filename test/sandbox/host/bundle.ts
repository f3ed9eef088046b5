import { join } from 'node:path';
import { build } from 'vite';

/** The page's own script, bundled from `browser/main.ts`. Throws where it does not compile. */
export async function bundlePage(): Promise<string> {
  const built = await build({
    configFile: false,
    envFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: join(import.meta.dirname, 'browser/main.ts'), output: { format: 'es' } },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('the page of the host has no script');
  return chunk.code;
}
