export interface Welcome {
  /** null: only the API runs. */
  readonly dashboardUrl: string | null;
  readonly apiUrl: string;
  readonly rpcUrl: string;
  readonly solana: { readonly rpcUrl: string; readonly wallet: string } | null;
  /** The account-card program, and an access token for its page. */
  readonly accountCard: { readonly url: string; readonly accessToken: string } | null;
  /** Name → one-time link; the first is the one to open. */
  readonly links: readonly (readonly [name: string, link: string])[];
  readonly wallet: { readonly address: string; readonly usdcAtomic: bigint };
  /** The command that serves a dashboard where the links lead; shown when none is served. */
  readonly ownDashboard: string;
  /** The command that shows ten agents; null when there are ten already. */
  readonly tenWith: string | null;
  /** Seconds between the agent's actions; null: it does not run. */
  readonly agentEverySeconds: number | null;
  /** Whether Enter has an effect. */
  readonly interactive: boolean;
}

/**
 * What `npm start` prints when everything runs. Links are on
 * lines of their own, so that terminals make them clickable.
 */
export function welcomeText(welcome: Welcome): string {
  const usdc = Number(welcome.wallet.usdcAtomic / 1_000_000n).toLocaleString('en-US');
  const facts: (readonly [string, string])[] = [
    ...(welcome.dashboardUrl ? [['Dashboard', welcome.dashboardUrl] as const] : []),
    ['API', welcome.apiUrl],
    ['Chain', `${welcome.rpcUrl}  (Base, 8453, local)`],
    ...(welcome.solana ? [['', `${welcome.solana.rpcUrl}  (Solana, local)`] as const] : []),
    ['Control', `${welcome.apiUrl}/__sandbox/  (README in sandbox/)`],
    ['Wallet', `${welcome.wallet.address}  ${usdc} USDC, “Sandbox wallet” on the page`],
    ...(welcome.solana ? [['', `${welcome.solana.wallet}  the same on Solana`] as const] : []),
    ...(welcome.accountCard
      ? [
          ['Card prog.', welcome.accountCard.url] as const,
          ['', `access token: ${welcome.accountCard.accessToken}`] as const,
        ]
      : []),
    ['Agent', agentLine(welcome.agentEverySeconds)],
  ];
  return [
    '',
    welcome.dashboardUrl
      ? '  Laso Dashboard, on a sandbox. No real money.'
      : '  Laso sandbox. No real money.',
    '',
    ...facts.map(([name, value]) => `  ${name.padEnd(10)} ${value}`),
    ...(welcome.dashboardUrl ? [] : ['', '  To serve a dashboard with it:', `  ${welcome.ownDashboard}`]),
    '',
    linksText(welcome.links),
    ...(welcome.tenWith ? [`  Ten agents, one with 2,000 cards: ${welcome.tenWith}`] : []),
    `  ${welcome.interactive ? 'Enter: fresh links. ' : ''}Ctrl-C: stop.`,
    '',
  ].join('\n');
}

/** The login links alone: each works once, for an hour. */
export function linksText(links: Welcome['links']): string {
  return [
    '  Login links, each for one use within an hour:',
    '',
    ...links.flatMap(([name, link]) => [`  ${name}`, `  ${link}`, '']),
  ].join('\n');
}

const agentLine = (seconds: number | null): string =>
  seconds === null ? 'not running' : `the busy agent buys or spends something every ${seconds} s`;
