import './app/zod-without-eval.ts';
import './styles.css';
import { createRoot } from 'react-dom/client';
import { readConfig } from '#config/read-config.ts';
import { takeOpenedLink } from '#features/session/opened-link.ts';
import { restoreSessions } from '#features/session/session-store.ts';
import { App } from './app/app.tsx';
import { prefetchSupervisorPages } from './app/page-modules.ts';
import { prefetchWayOut } from './app/prefetch-way-out.ts';
import { createServices } from './app/services.ts';
import { followTheme } from './app/theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

followTheme();
const openedLink = takeOpenedLink();
const services = createServices(readConfig());
await restoreSessions();
createRoot(root).render(<App services={services} openedLink={openedLink} />);
prefetchSupervisorPages();
prefetchWayOut();
