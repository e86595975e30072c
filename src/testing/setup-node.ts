import { config } from 'zod/mini';
import { refuseRequests } from './refuse-requests.ts';

config({ jitless: true });
refuseRequests();
