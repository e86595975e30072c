import { ButtonLink } from '#ui/button-link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { paths } from '../paths.ts';

export function NotFoundPage() {
  return (
    <>
      <PageHeader
        title="There is no such page"
        lead="The address may be mistyped, or belongs to a later version of this dashboard."
      />
      <div>
        <ButtonLink to={paths.overview}>To the overview</ButtonLink>
      </div>
    </>
  );
}
