/** The person's own page to keep their record to a few, because they or somebody close to them work here. */
import { Button } from '../../../design/components/button.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Ticks } from '../../../design/components/lists.tsx';
import { HiddenValues, QuestionTitle } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { PersonFrame } from '../../../platform/web/shell.ts';

export const myRestrictionPage = ({
  frame,
  restricted,
  formKey,
}: {
  readonly frame: PersonFrame;
  readonly restricted: boolean;
  readonly formKey: string;
}): string =>
  renderDocument(
    <PersonPage {...frame} title="If you know people here" language="en" direction="ltr" back={{ href: '/me/access' }}>
      <Stack>
        <QuestionTitle
          title="If you know people here"
          hint={
            restricted
              ? 'Your record is open only to people who are named. Anyone else in the team must say why, and you read it.'
              : 'Do you work here, or does somebody close to you? Then we keep your record to a few people.'
          }
        />
        <Ticks
          items={[
            'Your name is hidden from everyone who is not named.',
            'Anyone else in the team must say why they need it, and you can read that.',
            'Your support goes on as before.',
          ]}
        />
        {restricted ? (
          <p>Do you want to change this, or who is named? Tell the person who supports you, or call us.</p>
        ) : (
          <form method="post" action="/me/restrict">
            <HiddenValues values={{ form_key: formKey }} />
            <Button>Yes, keep it to a few people</Button>
          </form>
        )}
      </Stack>
    </PersonPage>,
  );
