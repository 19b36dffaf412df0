// Before every test: what can be expected of elements, what the document lacks, and patience for busy machines.

import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';

configure({ asyncUtilTimeout: 10_000 });

// Nothing has a size here, so nothing changes it.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
