import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onKeptAnswer } from '#payments/journal/keep-storage.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { paymentQueries } from './queries.ts';

interface KeepRecordsProps {
  onExport: () => void;
}

/** When the browser has not promised to keep the records (product.md §5): said once above them, with a way to have them elsewhere. */
export function KeepRecords({ onExport }: KeepRecordsProps) {
  const kept = useQuery(paymentQueries.kept());
  const { refetch } = kept;
  // The browser's question may be answered long after the payment.
  useEffect(() => onKeptAnswer(() => void refetch()), [refetch]);
  const button = (
    <Button size="small" onClick={onExport}>
      Export the records
    </Button>
  );
  if (kept.data === undefined || kept.data === 'kept') return <div>{button}</div>;
  return (
    <Notice tone="caution" title="This browser may delete these records." actions={button}>
      It has not promised to keep them when space runs low. A file you export is safe from that.
    </Notice>
  );
}
