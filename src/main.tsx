import './app/zod-without-eval.ts';
import './styles.css';
import { createRoot } from 'react-dom/client';
import type { LasoConfig } from '#config/config-schema.ts';
import { readConfig } from '#config/read-config.ts';
import { takeOpenedLink } from '#features/session/opened-link.ts';
import { restoreSessions } from '#session/session-store.ts';
import { withstandForeignChanges } from '#ui/foreign-dom.ts';
import { App } from './app/app.tsx';
import { prefetchSupervisorPages } from './app/page-modules.ts';
import { prefetchWayOut } from './app/prefetch-way-out.ts';
import { createServices } from './app/services.ts';
import { followTheme } from '#app/layout/theme.ts';

/** Nothing works without it, so there is no page to say it in; the operator finds the cause in the console. */
function configOrSentence(place: HTMLElement): LasoConfig {
  try {
    return readConfig();
  } catch (error) {
    place.setAttribute('role', 'alert');
    place.textContent =
      'This dashboard cannot start: its configuration is missing or wrong. Nothing was sent or paid. Tell whoever runs this page.';
    throw error;
  }
}

declare global {
  interface Window {
    /** Set by the page's first script, public/take-login-link.js: public/too-old.js has the page. */
    tooOld?: boolean;
  }
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');

  withstandForeignChanges();
  followTheme();
  const openedLink = takeOpenedLink();
  const services = createServices(configOrSentence(root));
  await restoreSessions();
  createRoot(root).render(<App services={services} openedLink={openedLink} />);
  prefetchSupervisorPages();
  prefetchWayOut();
}

// Modules load where they can be read, whatever their functions need.
if (!window.tooOld) await start();
