/** What somebody has to know before adding up the file. */
export const ExportNote = () => (
  <p className="text-sm print:hidden">
    In the CSV, wallet, cards and balance are separate books, never one sum. Sign-ins and card reveals are in
    the JSON only.
  </p>
);
