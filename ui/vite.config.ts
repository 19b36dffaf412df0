import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  clearScreen: false,
  // The fake backend reads the kinds and faces of the repository.
  server: { port: 1420, strictPort: true, fs: { allow: ['..'] } },
  // The oldest web view that Tauri 2 runs on here has the JavaScript of Safari 16.
  build: {
    target: 'safari16',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // What every screen shares comes in one piece: at the start a request costs more than its kilobytes.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules.(svelte|esm-env)|src.(shared|frame|home|help)|KindCard/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/shared/testing.setup.ts'],
    testTimeout: 30_000,
    // Styles are left out of tests, but for the one that measures its colours.
    css: { include: [/app\.css/] },
  },
});
