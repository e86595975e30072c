import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/react';
import { config } from 'zod/mini';
import { afterEach } from 'vitest';

config({ jitless: true });
afterEach(() => cleanup());
