import { expect, it } from 'vitest';
import { welcomeText, type Welcome } from './welcome-text.ts';

const welcome: Welcome = {
  dashboardUrl: 'http://127.0.0.1:4022',
  apiUrl: 'http://127.0.0.1:4020',
  rpcUrl: 'http://127.0.0.1:4021',
  solana: { rpcUrl: 'http://127.0.0.1:4023', wallet: 'BESNLUNdaL1bcFoVhqD8EuQUQaHiMaHsnSKERCRV9iKB' },
  accountCard: { url: 'http://127.0.0.1:4024', accessToken: 'sandbox-card-token-verified' },
  links: [['Busy agent', 'http://127.0.0.1:4022/?authToken=abc']],
  wallet: { address: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8', usdcAtomic: 5_000_000_000n },
  ownDashboard: 'npx vite',
  tenWith: 'npm start -- --ten',
  agentEverySeconds: 20,
  interactive: true,
};

it('prints each login link on a line of its own, so that a terminal makes it clickable', () => {
  expect(welcomeText(welcome)).toMatch(/^ {2}http:\/\/127\.0\.0\.1:4022\/\?authToken=abc$/m);
  expect(welcomeText(welcome)).toContain('5,000 USDC');
  expect(welcomeText(welcome)).toContain('access token: sandbox-card-token-verified');
  expect(welcomeText(welcome)).not.toContain('npx vite');
});

it('says how to serve a dashboard when only the API runs', () => {
  const text = welcomeText({ ...welcome, dashboardUrl: null, interactive: false, agentEverySeconds: null });
  expect(text).toMatch(/^ {2}npx vite$/m);
  expect(text).not.toContain('Enter');
});

it('says in one line how to get ten agents, unless there are ten', () => {
  expect(welcomeText(welcome)).toMatch(/^ {2}Ten agents.*: npm start -- --ten$/m);
  expect(welcomeText({ ...welcome, tenWith: null })).not.toContain('Ten agents');
});
