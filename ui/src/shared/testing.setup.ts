// Before every test: what can be expected of elements, and patience for busy machines.

import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';

configure({ asyncUtilTimeout: 10_000 });
