import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/**
 * Chromium writes these for every answer that is not 2xx, 402 among them; what the page makes of the answer
 * is each test's own matter.
 */
const EXPECTED = [/^Failed to load resource:/];

/**
 * Watches every tab of a context for what no test may cause: a violation of the page's policy, an uncaught
 * error, an error on the console. `problems` grows while the test runs; fixtures.ts fails the test when it is
 * not empty at the end.
 */
export async function watchPages(context: BrowserContext): Promise<{ problems: string[]; lines: string[] }> {
  const problems: string[] = [];
  const lines: string[] = [];
  await context.exposeFunction('reportPolicyViolation', (text: string) => {
    problems.push(`Content-Security-Policy: ${text}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportPolicyViolation');
      const source = `${event.sourceFile}:${event.lineNumber}`;
      if (typeof report === 'function')
        report(`${event.violatedDirective} blocked ${event.blockedURI} (${source})`);
    });
  });
  context.on('weberror', (error) =>
    problems.push(`Uncaught: ${error.error().stack ?? error.error().message}`),
  );
  context.on('console', (message) => {
    lines.push(`${message.type()}: ${message.text()}`);
    if (isProblem(message)) problems.push(`Console: ${message.text()} (${message.location().url})`);
  });
  return { problems, lines };
}

const isProblem = (message: ConsoleMessage): boolean =>
  message.type() === 'error' && !EXPECTED.some((expected) => expected.test(message.text()));
