/** Matching somebody with a supporter: what fits, what does not, and whose wish is not met. */
import { Button } from '../../components/button.tsx';
import { CandidateCards } from '../../components/candidate-cards.tsx';
import { Card } from '../../components/card.tsx';
import { DecisionBar } from '../../components/decision-panel.tsx';
import { PageTitle } from '../../components/heading.tsx';
import { Columns, Stack } from '../../components/layouts.tsx';
import { OwnWords } from '../../components/own-words.tsx';
import { QueueGroup } from '../../components/queue.tsx';
import { SafeContactLine } from '../../components/safe-contact-line.tsx';
import { WishList } from '../../components/wishes.tsx';
import { BenchPane, QueuePane } from '../../layout/panes.tsx';
import { StaffPage } from '../../layout/staff-page.tsx';
import { howMatched, leon, ruth, safeContact, wouldLike } from '../cast.tsx';
import { places, staff } from './frame.ts';

export const matching = (
  <StaffPage
    {...staff}
    title="Ellie Ford, matching"
    navigation={places('Matching')}
    shape="bench"
    showing="item"
    skipLinks={[{ text: 'Skip to the choice', target: 'who-group' }]}
  >
    <QueuePane
      title="Matching"
      sentence="3 people waiting. First meeting within 20 working days."
      back={{ text: 'Back to all 3', href: '/matching' }}
    >
      <QueueGroup
        title="No one fits yet"
        items={[
          {
            href: '/matching/2',
            name: 'Halima Yusuf',
            age: 36,
            due: { text: 'by tomorrow', when: 'now' },
            source: 'Peer supporter. Asked 13 days ago',
            words: '“A woman who speaks Somali. I can only do evenings.”',
            chips: [{ tone: 'warn', children: 'No one fits all 3' }],
          },
        ]}
      />
      <QueueGroup
        title="Ready to match"
        items={[
          {
            href: '/matching/1',
            name: 'Ellie Ford',
            age: 23,
            due: { text: 'by Fri 4 Dec', when: 'later' },
            source: 'Peer supporter. Asked today, 9:41am',
            words: '“I’d rather talk to somebody who’s been there.”',
            chips: [{ tone: 'ok', children: '2 could do it' }],
            current: true,
          },
        ]}
      />
    </QueuePane>
    <BenchPane
      action="/matching/1"
      label="Match Ellie"
      bar={
        <DecisionBar>
          <Button>Ask Leon</Button>
          <Button look="secondary" name="act" value="two">
            Offer Ellie a choice of two
          </Button>
          <Button look="link" name="act" value="none">
            None of these suits
          </Button>
        </DecisionBar>
      }
    >
      <Columns>
        <Stack gap="s">
          <PageTitle level={2} title="Ellie Ford" sentence="23, she/her. Asked for a peer supporter. Key worker: Martin Coles." />
          <SafeContactLine contact={safeContact} />
          <OwnWords
            small
            words="I’d rather talk to somebody who’s been there. Not a lecture."
            source="Ellie, on the call with Priya this morning"
          />
        </Stack>
        <Card>
          <WishList
            mustTitle="Ellie must have"
            must={['Afternoons', 'Away from the quay']}
            wouldLikeTitle="She would like, in her order"
            wouldLike={wouldLike}
            note={
              <>
                <strong>Does not mind:</strong> faith, indoors or out. <a href="/change">Change with Ellie</a>
              </>
            }
          />
        </Card>
      </Columns>
      <CandidateCards name="who" legend="2 supporters fit Ellie’s must-haves" rule={howMatched} value="leon" candidates={[leon, ruth]} />
    </BenchPane>
  </StaffPage>
);
