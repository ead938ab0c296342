/** The first page of a demo: ten people to be, and the tour. */
import { Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Keys } from '../../../design/components/decision-panel.tsx';
import { DemoPeople, type DemoPerson } from '../../../design/components/demo.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { PublicPage } from '../../../design/layout/public-page.tsx';

export interface FirstPageProps {
  readonly people: readonly DemoPerson[];
  readonly count: number;
  readonly place: string;
}

export const FirstPage = ({ people, count, place }: FirstPageProps) => (
  <PublicPage
    title="Who would you like to be?"
    service={{ name: 'One Door', home: '/' }}
    place={`${place}. ${count} invented people, nothing is sent`}
    action={{ text: 'Reset the demo', href: '/demo/reset' }}
    wide
  >
    <PageTitle
      title="Who would you like to be?"
      sentence="Everyone here shares one set of records. What you do as one person, the next person sees."
    />
    <DemoPeople action="/demo/be" people={people} />
    <Card>
      <PageTitle
        level={2}
        title="Follow one referral, start to finish"
        sentence="Ellie asks for help. Priya decides. Siobhan says yes. Carol reads her plan. Grace sees what changed. 5 steps, about 3 minutes."
        aside={
          <form method="post" action="/demo/tour">
            <Button>Start the tour</Button>
          </form>
        }
      />
    </Card>
    <p>
      <a href="/demo/outbox">See everything that would have been sent</a>. Press <Keys keys={['Ctrl', 'K']} /> anywhere to switch person.
    </p>
  </PublicPage>
);
