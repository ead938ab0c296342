/** Asks before the demo begins anew: what goes, and for whom. */
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Prose } from '../../../design/components/layouts.tsx';
import { PublicPage } from '../../../design/layout/public-page.tsx';

export const ResetPage = ({ place }: { readonly place: string }) => (
  <PublicPage title="Reset the demo" service={{ name: 'One Door', home: '/' }} place={place}>
    <PageTitle title="Reset the demo?" sentence="Everything goes back to how it was on the first day. This cannot be undone." />
    <Prose>
      <ul>
        <li>All that you and others wrote here goes: referrals, decisions, notes, messages and drafts.</li>
        <li>Everybody who has this demo open has to choose again who to be.</li>
        <li>The invented people come back as they were. It takes about 10 seconds.</li>
      </ul>
    </Prose>
    <form method="post" action="/demo/reset">
      <Actions>
        <Button look="warning">Reset the demo</Button>
        <ButtonLink href="/" look="secondary">
          Keep it as it is
        </ButtonLink>
      </Actions>
    </form>
  </PublicPage>
);
