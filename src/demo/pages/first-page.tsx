/** The first page of a demo: ten people to be, and the tour. */
import { Button } from '../../design/components/button.tsx';
import { DemoPeople, type DemoPerson } from '../../design/components/demo.tsx';
import { PublicPage } from '../../design/layout/public-page.tsx';
import { demoBanner } from '../banner.ts';

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
    action={{ text: 'Start again with fresh data', post: '/demo/reset' }}
    wide
  >
    <h1 class="od-title">Who would you like to be?</h1>
    <p class="od-lead">Everyone here shares one set of records. What you do as one person, the next person sees.</p>
    <DemoPeople action="/demo/be" people={people} />
    <section class="od-card od-demo-tour" aria-labelledby="tour-title">
      <div>
        <h2 id="tour-title">Follow one referral, start to finish</h2>
        <p>
          Ellie asks for help. Priya decides. Siobhan says yes. Carol reads her plan. Grace sees what changed. 5 steps, about 3 minutes.
        </p>
      </div>
      <form method="post" action="/demo/tour">
        <Button>Start the tour</Button>
      </form>
    </section>
    <p class="od-small">
      <a href={demoBanner.links[1]?.href ?? '/demo/outbox'}>{demoBanner.links[1]?.text}</a>
    </p>
  </PublicPage>
);
