import type { SandboxApp } from '../context.ts';
import type { ProgrammeStore } from './programme-store.ts';
import { forUser } from './require-user.ts';

/** `GET /v1/user/profile`: the whole person, as the issuer answers it. */
export function mountReadVerification(app: SandboxApp, store: ProgrammeStore): void {
  forUser(app, store, 'GET', '/v1/user/profile', (c, user) =>
    c.json({ id: user.id, ...user.profile, verificationState: user.verification }),
  );
}
