import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Names in the page what draws the window, so that it is fetched together with what asks, and not after it. */
function fetchedAtOnce(): Plugin {
  return {
    name: 'fetched-at-once',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const drawing = chunks.filter(({ name }) => name === 'window');
        const link = (attrs: Record<string, string | true>): HtmlTagDescriptor => ({
          tag: 'link',
          attrs,
          injectTo: 'head',
        });
        return [
          ...drawing.map(({ fileName }) => link({ rel: 'modulepreload', crossorigin: true, href: `/${fileName}` })),
          ...drawing.flatMap(({ viteMetadata }) =>
            [...(viteMetadata?.importedCss ?? [])].map((css) =>
              link({ rel: 'stylesheet', crossorigin: true, href: `/${css}` }),
            ),
          ),
        ];
      },
    },
  };
}

export default defineConfig({
  plugins: [svelte(), svelteTesting(), fetchedAtOnce()],
  clearScreen: false,
  // The fake backend reads the kinds and faces of the repository.
  server: { port: 1420, strictPort: true, fs: { allow: ['..'] } },
  // The oldest web view that Tauri 2 runs on here has the JavaScript of Safari 16.
  build: {
    target: 'safari16',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The first screen comes in two pieces with all that they need: what asks, and what draws. At the start a request
    // costs more than its kilobytes.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'main', test: /src.main\.ts$/, priority: 1 },
            { name: 'window', test: /src.window\.ts$/ },
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
