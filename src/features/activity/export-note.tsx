import { zoneOfReader } from './export-name.ts';

/** What somebody has to know before adding up the file. */
export const ExportNote = () => (
  <p className="max-w-prose text-sm text-muted print:hidden">
    {`The CSV has three books, never to be added to one another: what your wallet paid, what cards spent, what the balance gained and lost. Its times are ${zoneOfReader().replaceAll('_', ' ')}. Sign-ins without a payment and card reveals are in the JSON only.`}
  </p>
);
