import { config } from 'zod/mini';

// Imported before any schema is made: zod otherwise tries `new Function`, which the page's CSP forbids and reports.
config({ jitless: true });
