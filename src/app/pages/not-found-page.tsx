import { ButtonLink } from '#ui/button-link.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { paths } from '#config/paths.ts';

export function NotFoundPage() {
  return (
    <>
      <PageHeader
        title="Page not found"
        lead="The address may be mistyped or belong to a later version of this dashboard."
      />
      <div>
        <ButtonLink to={paths.overview}>Go to the overview</ButtonLink>
      </div>
    </>
  );
}
