import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ACCESS_TOKENS } from './account-card/programme-users.ts';
import { createAgent } from './agent/agent.ts';
import { createSandbox, type Sandbox } from './app.ts';
import { SOLANA_WALLETS, solanaTestSigner } from './chain/solana-accounts.ts';
import { ACCOUNT_INDEX, testAccount, WALLET_INDICES, type AgentName } from './chain/test-accounts.ts';
import { readSwitches, SWITCH_OPTIONS } from './payment/read-switches.ts';
import { startDevServer } from './web/dev-server.ts';
import { planPorts, type Ports } from './web/plan-ports.ts';
import { startStaticHost } from './web/static-host.ts';
import { linksText, welcomeText } from './web/welcome-text.ts';

const HELP = `node sandbox/main.ts [--dashboard | --built] [--port N] [--no-agent] [--ten]

  --dashboard   also the app from source (Vite's dev server)
  --built       also the app from dist/ (npm run build first)
  --port N      the API's port; the chains and the dashboard take the next ones (default 4020)
  --no-agent    nothing buys by itself
  --ten         ten agents and their links, one with 2,000 cards
  --SWITCH V    how the API speaks, such as --cardLines numbers or --auth siwx (sandbox/README.md, "Editions")`;

const ROOT = join(import.meta.dirname, '..');
const CONFIG_FILE = 'node_modules/.cache/laso-sandbox/laso.config.json';
const AGENT_EVERY_SECONDS = 20;
/** What must end with this process, in the order in which it was started. */
const running: (() => unknown)[] = [];

const { values: wanted } = parseArgs({
  options: {
    dashboard: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    port: { type: 'string', default: '4020' },
    'no-agent': { type: 'boolean', default: false },
    ten: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
    ...SWITCH_OPTIONS,
  },
});

stopOnSignals();
if (wanted.help) console.log(HELP);
else {
  await start().catch(async (error: unknown) => {
    console.error(`The sandbox could not start: ${error instanceof Error ? error.message : String(error)}`);
    await stopAll();
    process.exit(1);
  });
}

async function start(): Promise<void> {
  const first = Number(wanted.port);
  if (!Number.isInteger(first) || first < 1 || first > 65_000)
    throw new Error('--port must be a number up to 65000');
  const ports = await planPorts(first);
  const dashboardUrl = `http://127.0.0.1:${ports.dashboard}`;
  const sandbox = await createSandbox({
    port: ports.api,
    chainPort: ports.chain,
    solanaPort: ports.solana,
    accountCardPort: ports.accountCard,
    dashboardUrl,
    scenario: wanted.ten ? 'ten' : 'all',
    // The edition of production, unless the command line names another one.
    switches: { cardLines: 'text', ...readSwitches(wanted) },
  });
  running.push(() => sandbox.close());
  await mkdir(join(ROOT, CONFIG_FILE, '..'), { recursive: true });
  await writeFile(join(ROOT, CONFIG_FILE), `${JSON.stringify(sandbox.config, null, 2)}\n`);
  const served = await startDashboard(sandbox, ports);

  const [firstWallet] = WALLET_INDICES;
  const wallet = testAccount(firstWallet).address;
  const links = () => loginLinks(sandbox);
  const interactive = process.stdin.isTTY;
  console.log(
    welcomeText({
      dashboardUrl: served ? dashboardUrl : null,
      apiUrl: sandbox.url,
      rpcUrl: sandbox.rpcUrl,
      solana: sandbox.solana && {
        rpcUrl: sandbox.solana.rpcUrl,
        wallet: (await solanaTestSigner(SOLANA_WALLETS[0])).address,
      },
      accountCard: sandbox.accountCard && {
        url: sandbox.accountCard.url,
        accessToken: ACCESS_TOKENS.verified,
      },
      links: links(),
      wallet: { address: wallet, usdcAtomic: await sandbox.chain.usdcBalanceOf(wallet) },
      ownDashboard: `LASO_CONFIG=${CONFIG_FILE} npx vite --host 127.0.0.1 --port ${ports.dashboard}`,
      tenWith: wanted.ten ? null : tenCommand(),
      agentEverySeconds: wanted['no-agent'] ? null : AGENT_EVERY_SECONDS,
      interactive,
    }),
  );
  if (interactive)
    createInterface({ input: process.stdin }).on('line', () => console.log(linksText(links())));
  if (!wanted['no-agent']) startAgent(sandbox.url);
}

/** True when a dashboard is served. */
async function startDashboard(sandbox: Sandbox, ports: Ports): Promise<boolean> {
  if (!wanted.dashboard && !wanted.built) return false;
  const { rpcUrl, config } = sandbox;
  const server = wanted.built
    ? await startStaticHost({
        dist: join(ROOT, 'dist'),
        port: ports.dashboard,
        config: () => config,
        wallet: { rpcUrl },
      })
    : await startDevServer({ config, port: ports.dashboard, rpcUrl });
  running.push(() => server.close());
  return true;
}

function loginLinks({ accounts, createLoginLink }: Sandbox): [name: string, link: string][] {
  const usual: [name: string, account: AgentName][] = [
    ['Busy agent: 40 cards over three months', 'busy'],
    ['First-day agent', 'firstDay'],
    ['Second agent', 'second'],
  ];
  const others: [name: string, account: AgentName][] = [
    ['Very large agent: 2,000 cards, 20,000 transactions', 'veryLarge'],
    ['Research', 'research'],
    ['Travel', 'travel'],
    ['Support', 'support'],
    ['Marketing', 'marketing'],
    ['Design', 'design'],
    ['Operations', 'operations'],
  ];
  return [...usual, ...(wanted.ten ? others : [])].map(([name, account]) => [
    name,
    createLoginLink(accounts[account]),
  ]);
}

/** The same command once more, with ten agents. */
function tenCommand(): string {
  return wanted.dashboard
    ? 'npm start -- --ten'
    : `npm run sandbox -- ${wanted.built ? '--built ' : ''}--ten`;
}

function startAgent(url: string): void {
  const agent = createAgent({
    url,
    accountIndex: ACCOUNT_INDEX.busy,
    intervalMs: AGENT_EVERY_SECONDS * 1_000,
    say: (line) => console.log(`  agent ${line}`),
  });
  running.push(() => agent.stop());
  agent.start();
}

async function stopAll(): Promise<void> {
  for (const stop of running.splice(0).toReversed()) await stop();
}

/**
 * The first signal ends everything in order, a second one ends it at once; the local node ends with this
 * process in any case.
 */
function stopOnSignals(): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      stopAll().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
