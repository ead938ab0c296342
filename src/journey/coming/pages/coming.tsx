/** Choosing where, how and with whom to meet the first time: as large buttons for the person, close together for the worker who asks aloud. */
import { Actions, Button } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { Radios } from '../../../design/components/choices.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { IdentityBar } from '../../../design/components/identity-bar.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { PickOne } from '../../../design/components/picks.tsx';
import { HiddenValues, QuestionForm, QuestionTitle } from '../../../design/components/question-page.tsx';
import { SafeContactLine } from '../../../design/components/safe-contact-line.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { PersonFrame, Shell } from '../../../platform/web/shell.ts';
import type { RecordFrame } from '../../record/model.ts';
import { channels, companies, companyWords, type Help, helpWords, places } from '../model.ts';
import { type ComingTexts, inEnglish } from '../texts.ts';

interface Fields {
  readonly offered: readonly Help[];
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly hidden: Readonly<Record<string, string>>;
}

type Asked = Pick<ComingTexts, 'place' | 'places' | 'placeWords' | 'channel' | 'channels' | 'company' | 'companies'>;

const askedAloud: Asked = {
  ...inEnglish,
  place: 'Where would they like to meet?',
  channel: 'How would they like to begin?',
  companies: companyWords,
};

const Questions = ({ typed, errors, words, dense = false }: Fields & { readonly words: Asked; readonly dense?: boolean }) => {
  const One = ({ name, label, choices }: { name: string; label: string; choices: readonly { value: string; text: string }[] }) => {
    const shared = { name, label, labelSize: 's' as const, value: typed[name] || undefined, error: errorOf(errors, name), choices };
    return dense ? <Radios {...shared} small /> : <PickOne {...shared} />;
  };
  return (
    <>
      <One name="place" label={words.place} choices={places.map((value) => ({ value, text: words.places[value] }))} />
      <TextInput
        name="place_words"
        label={words.placeWords}
        labelSize="s"
        value={typed.place_words}
        maxlength={200}
        direction="auto"
        error={errorOf(errors, 'place_words')}
      />
      <One name="channel" label={words.channel} choices={channels.map((value) => ({ value, text: words.channels[value] }))} />
      <One name="company" label={words.company} choices={companies.map((value) => ({ value, text: words.companies[value] }))} />
    </>
  );
};

interface OwnComing extends Fields {
  readonly frame: PersonFrame;
  readonly texts: ComingTexts;
  readonly easy: boolean;
  readonly helps: boolean;
}

export const ownComingPage = ({ frame, texts, easy, helps, ...fields }: OwnComing): string =>
  renderDocument(
    <PersonPage {...frame} easy={easy} title={texts.page} back={{ href: '/me' }} error={fields.errors.length > 0}>
      {helps ? (
        <QuestionForm action="/me/coming" errors={fields.errors} hidden={fields.hidden} continueText={texts.keep}>
          <QuestionTitle title={texts.title} hint={texts.lead} />
          <Questions {...fields} words={texts} />
        </QuestionForm>
      ) : (
        <Stack>
          <QuestionTitle title={texts.title} />
          <Box>
            <EmptyState>{texts.none}</EmptyState>
          </Box>
        </Stack>
      )}
    </PersonPage>,
  );

interface StaffComing extends Fields {
  readonly shell: Shell;
  readonly frame: RecordFrame;
  /** Who sees to it; null where nothing was offered. */
  readonly owner: string | null;
  readonly chosen: string | null;
  readonly mayChoose: boolean;
  readonly action: string;
}

export const staffComingPage = ({ shell, frame, owner, chosen, mayChoose, action, ...fields }: StaffComing): string =>
  renderDocument(
    <StaffPage
      {...shell}
      title={`${frame.name}: what makes coming easier`}
      shape="record"
      identity={<IdentityBar {...frame} />}
      errors={fields.errors}
    >
      <RecordMain>
        <PageTitle
          level={2}
          title="What makes coming easier"
          sentence={owner ? `${owner} sees to it. ${chosen ?? `${frame.who.firstName} has not chosen yet: ask them aloud.`}` : ''}
        />
        {owner === null ? (
          <EmptyState>Nothing was offered with a decision. Agree a place and a way when you book.</EmptyState>
        ) : (
          <>
            <p>Offered: {fields.offered.map((help) => helpWords[help].toLowerCase()).join('; ')}.</p>
            {mayChoose ? (
              <form method="post" action={action} novalidate autocomplete="off">
                <HiddenValues values={fields.hidden} />
                <Questions {...fields} words={askedAloud} dense />
                <Actions>
                  <Button>Keep and book a time</Button>
                </Actions>
              </form>
            ) : null}
          </>
        )}
      </RecordMain>
      <RecordSide>
        <SafeContactLine contact={frame.safeContact} />
      </RecordSide>
    </StaffPage>,
  );
