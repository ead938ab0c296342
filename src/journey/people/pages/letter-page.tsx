/** A letter to print, with what stands on its envelope beside it. Printed, the sheet holds the letter alone. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { NextSteps } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { type SafeContact, SafeContactLine } from '../../../design/components/safe-contact-line.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Letter } from '../letters.ts';

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <div key={line}>
        <bdi>{line}</bdi>
      </div>
    ))}
  </>
);

const OnTheEnvelope = ({ envelope }: { readonly envelope: Letter['envelope'] }) => (
  <Card title="On the envelope, and nothing else" level={2} id="envelope">
    <FactsList
      facts={[
        { term: 'Front', value: <Lines lines={envelope.to} /> },
        { term: 'Words', value: envelope.words || 'None' },
        {
          term: 'Back',
          value:
            envelope.returnAddress.length > 0 ? (
              <Lines lines={envelope.returnAddress} />
            ) : (
              'No return address. The post office may open what it cannot deliver.'
            ),
        },
      ]}
    />
    <p class="od-small">A plain envelope without a stamp, logo or window that shows more. Somebody else may pick it up.</p>
  </Card>
);

interface LetterPageProps {
  readonly shell: Shell;
  readonly letter: Letter;
  /** How they may be reached, for whoever prints it; it is not on the sheet. */
  readonly safeContact: SafeContact;
  readonly formKey: string;
}

export const LetterPage = ({ shell, letter, safeContact, formKey }: LetterPageProps) => (
  <StaffPage {...shell} title="Letter" shape="record" identity={null}>
    <RecordMain>
      <div class="od-screen">
        <Stack>
          <PageTitle title="A letter to post" sentence="Print this page: the sheet holds the letter alone." />
          <SafeContactLine contact={safeContact} />
        </Stack>
      </div>
      {letter.refusedBecause ? (
        <AlertBlock kind="information" title="Do not post it">
          {letter.refusedBecause}
        </AlertBlock>
      ) : (
        <Card>
          {letter.body.split(/\n{2,}/u).map((paragraph) => (
            <p key={paragraph} class="od-written" dir="auto">
              {paragraph}
            </p>
          ))}
        </Card>
      )}
    </RecordMain>
    <RecordSide>
      <div class="od-screen">
        <Stack>
          {letter.refusedBecause ? null : <OnTheEnvelope envelope={letter.envelope} />}
          <Card title="What happens" level={2} quiet>
            {letter.waits && !letter.refusedBecause ? (
              <>
                <NextSteps
                  steps={[
                    { title: 'Print the letter and write the envelope', detail: 'As it stands here, word for word.' },
                    { title: 'Post it', detail: 'Then say so, and the task is done.' },
                  ]}
                />
                <form method="post" action={`/letters/${letter.id}`}>
                  <HiddenValues values={{ form_key: formKey }} />
                  <Actions>
                    <Button>I have posted it</Button>
                  </Actions>
                </form>
              </>
            ) : (
              <p>
                {letter.postedAt
                  ? `It was posted on ${saidDate(letter.postedAt)}.`
                  : 'It is not to be posted. Ask how they would like to be told.'}
              </p>
            )}
            <p class="od-alone">
              <a href={`/people/${letter.personId}`}>Their record</a>
            </p>
          </Card>
        </Stack>
      </div>
    </RecordSide>
  </StaffPage>
);
