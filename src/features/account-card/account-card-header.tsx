import type { ReactNode } from 'react';
import { PageHeader } from '#ui/page-header.tsx';

export function AccountCardHeader({ age, action }: { age?: ReactNode; action?: ReactNode }) {
  return (
    <PageHeader
      title="Account card"
      lead="One virtual card for each verified person, from a second issuer. Its number and PIN come only as pictures that work once."
      age={age}
      action={action}
    />
  );
}
