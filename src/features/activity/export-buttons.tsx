import type { ActivityItem } from '#domain/activity.ts';
import { saveFile } from '#ui/save-file.ts';
import { Button } from '#ui/button.tsx';
import { activityCsv } from './export-csv.ts';
import { activityJson } from './export-json.ts';
import { exportName } from './export-name.ts';

interface ExportButtonsProps {
  /** What is on screen, filtered. */
  items: readonly ActivityItem[];
  /** The name of the only account they are of; null for several. */
  account: string | null;
  from: string;
  to: string;
}

export function ExportButtons(props: ExportButtonsProps) {
  const { items } = props;
  return (
    <>
      <Button
        disabled={items.length === 0}
        onClick={() => saveFile(exportName('csv', props), activityCsv(items), 'text/csv')}
      >
        Export CSV
      </Button>
      <Button
        disabled={items.length === 0}
        onClick={() => saveFile(exportName('json', props), activityJson(items), 'application/json')}
      >
        Export JSON
      </Button>
    </>
  );
}
