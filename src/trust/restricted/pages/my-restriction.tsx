/** The person's own page to keep their record to a few, because they or somebody close to them work here. */
import { Button } from '../../../design/components/button.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Ticks } from '../../../design/components/lists.tsx';
import { HiddenValues, QuestionTitle } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { SeenSpeech } from '../../audit/texts.ts';

export const myRestrictionPage = ({
  speech: {
    frame,
    easy,
    texts: { restrict },
  },
  restricted,
  formKey,
}: {
  readonly speech: SeenSpeech;
  readonly restricted: boolean;
  readonly formKey: string;
}): string =>
  renderDocument(
    <PersonPage {...frame} easy={easy} title={restrict.title} back={{ href: '/me/access' }}>
      <Stack>
        <QuestionTitle title={restrict.title} hint={restricted ? restrict.kept : restrict.hint} />
        <Ticks items={restrict.promises} />
        {restricted ? (
          <p>{restrict.change}</p>
        ) : (
          <form method="post" action="/me/restrict">
            <HiddenValues values={{ form_key: formKey }} />
            <Button>{restrict.yes}</Button>
          </form>
        )}
      </Stack>
    </PersonPage>,
  );
