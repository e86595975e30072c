import { useState, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';

interface DeviceSettingsProps {
  /** What is on this device: a name for people, and how many. Null where the browser does not let it be read. */
  stored: readonly { key: string; name: string; count: number }[] | null;
  /** Nothing secret: no token, no code, no signed payment. */
  onExport: () => void;
  /** Asks again, names what would be lost, and erases. */
  renderErase: (onCancel: () => void) => ReactNode;
}

/** What this page has put on the device: how many of each. What is not secret can be exported; all of it can be erased (product.md §1). */
export function DeviceSettings({ stored, onExport, renderErase }: DeviceSettingsProps) {
  const [erasing, setErasing] = useState(false);
  return (
    <div className="flex flex-col items-start gap-5">
      <p className="max-w-prose">
        None of this leaves your browser. Codes and redemption links are encrypted with a key that cannot be
        taken out of it.
      </p>
      <div className="w-full max-w-160">
        {stored ? (
          <DefinitionList
            items={stored.map(({ key, name, count }) => ({ key, term: name, detail: count }))}
          />
        ) : (
          <p className="text-muted">
            Your browser does not let this page read what is stored on this device.
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-3">
        <Button onClick={onExport}>Export without secrets</Button>
        <Button variant="danger" onClick={() => setErasing(true)}>
          Erase everything
        </Button>
      </div>
      {erasing && renderErase(() => setErasing(false))}
    </div>
  );
}
