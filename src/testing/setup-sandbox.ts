import { config } from 'zod/mini';
import { refuseRequests } from './refuse-requests.ts';

config({ jitless: true });
// The sandbox, its chains and what tests serve are real servers on this machine; there is nothing to ask
// anywhere else.
refuseRequests((url) => url.hostname === '127.0.0.1' || url.hostname === 'localhost');
