/** The pages on which an entry is changed: for colleagues and, by their link, for its own provider. */
import { Inset } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { ErrorSummary } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { PublicPage } from '../../../design/layout/public-page.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { EntryView } from '../presenting.ts';
import { EditForm, type EditView } from './edit-form.tsx';

export const StaffEditPage = ({ shell, view, back }: { readonly shell: Shell; readonly view: EditView; readonly back: string }) => (
  <StaffPage {...shell} title={`Change ${view.name}`} shape="list" errors={view.errors}>
    <BackLink href={back} text={view.name} />
    <PageTitle title={`Change ${view.name}`} sentence="What you save here holds at once. What its publisher says is kept beside it." />
    <EditForm view={view} />
  </StaffPage>
);

interface ProviderFrame {
  readonly service: { readonly name: string };
  readonly place: string;
}

export const ProviderPage = ({
  frame,
  entry,
  view,
  saved,
}: {
  readonly frame: ProviderFrame;
  readonly entry: EntryView;
  readonly view: EditView;
  readonly saved: string | null;
}) => (
  <PublicPage title="Your entry" service={frame.service} place={frame.place} error={view.errors.length > 0}>
    <ErrorSummary errors={view.errors} />
    {saved ? <Inset>{saved}</Inset> : null}
    <PageTitle title={entry.name} sentence={`${entry.confirmed.text}. This is what people see.`} />
    <Stack gap="l">
      <Card title="Is it still right?" level={2}>
        <FactsList
          facts={[
            { term: 'Now', value: entry.opening.text },
            ...entry.hours.map(({ days, times }) => ({ term: days, value: times })),
            ...entry.facts.map(({ term, value }) => ({ term, value })),
          ]}
        />
        <form method="post" action={`${view.action}/confirm`}>
          <HiddenValues values={{ form_key: view.formKey }} />
          <div class="od-actions">
            <Button>Still right</Button>
          </div>
        </form>
      </Card>
      <SectionTitle id="change" title="Or change it" />
      <EditForm view={view} />
    </Stack>
  </PublicPage>
);
