import { join } from 'node:path';
import { defineConfig } from 'vite';

/**
 * Both apps in one build: they share React and Garden. No inline script or style is made, as their policy demands. The worker's
 * models go along, since a worker has one folder of assets.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: join(import.meta.dirname, '../worker/models/static/assets'),
  logLevel: 'warn',
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rolldownOptions: {
      input: {
        sidebar: join(import.meta.dirname, 'sidebar/index.html'),
        console: join(import.meta.dirname, 'console/index.html'),
      },
    },
  },
});
