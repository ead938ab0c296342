/** On the person's own pages: each agency that could help with its present choice, a line each, and the choice for one of them. Questions come first. */
import { Inset } from '../../../design/components/asides.tsx';
import { Actions, ButtonLink } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { InEnglish, Stack } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { PickOne } from '../../../design/components/picks.tsx';
import { QuestionForm, QuestionTitle } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import { type Flag, flags } from '../model.ts';
import type { SharingTexts } from '../texts.ts';

export interface AgencyView {
  readonly organisationId: string;
  readonly name: string;
  /** What it gives: 'Early help, Outreach'. */
  readonly gives: string;
  /** Null while they have said nothing of it. */
  readonly flag: Flag | null;
  readonly opens: string;
  readonly version: number;
  /** Until when a yes for this time lasts; null where there is none. */
  readonly once: string | null;
  readonly question: {
    readonly asked: string;
    readonly because: string;
    /** Until when a yes for this time would last; null where it cannot be said. */
    readonly onceEnds: string | null;
  } | null;
}

interface Around {
  readonly frame: PersonFrame;
  readonly texts: SharingTexts;
  readonly easy: boolean;
}

const hrefOf = ({ organisationId }: AgencyView): string => `/me/sharing/${organisationId}`;

const standing = ({ stands, sees, question }: SharingTexts, agency: AgencyView): string => {
  if (agency.question) return question.asks;
  if (agency.once) return stands.once({ date: agency.once });
  if (agency.flag === 'use') return `${stands.use} ${sees({ what: agency.opens })}`;
  return stands[agency.flag ?? 'unsaid'];
};

/** Whoever asks stands by itself, above, with the one thing to press; the rest is a list. */
export const mySharingPage = ({ frame, texts, easy, agencies }: Around & { readonly agencies: readonly AgencyView[] }): string => {
  const [asking] = agencies.filter(({ question }) => question !== null);
  const others = agencies.filter((agency) => agency !== asking);
  return renderDocument(
    <PersonPage {...frame} easy={easy} title={texts.page} back={{ href: '/me' }}>
      <Stack>
        <QuestionTitle title={texts.title} hint={texts.lead} />
        {asking?.question ? (
          <Box>
            <h2 class="od-box__title">
              <InEnglish>{asking.name}</InEnglish>
            </h2>
            <p>
              <strong>{texts.question.asks}</strong> {asking.question.because}
            </p>
            <Actions>
              <ButtonLink href={hrefOf(asking)}>{texts.question.answer}</ButtonLink>
            </Actions>
          </Box>
        ) : null}
        {agencies.length === 0 ? (
          <EmptyState>{texts.none}</EmptyState>
        ) : (
          <Rows
            rows={others.map((agency) => ({
              icon: 'shield' as const,
              title: <InEnglish>{agency.name}</InEnglish>,
              detail: standing(texts, agency),
              href: hrefOf(agency),
            }))}
          />
        )}
        <Inset>
          <p>{texts.law}</p>
        </Inset>
      </Stack>
    </PersonPage>,
  );
};

interface AgencyPage extends Around {
  readonly agency: AgencyView;
  readonly formKey: string;
  /** They pressed without choosing. */
  readonly wrong: boolean;
}

export const agencySharingPage = ({ frame, texts, easy, agency, formKey, wrong }: AgencyPage): string => {
  const { question } = agency;
  const choices = question
    ? [
        ...(question.onceEnds
          ? [{ value: 'once', text: texts.answers.once, consequence: texts.answers.onceNote({ date: question.onceEnds }) }]
          : []),
        ...flags.map((value) => ({ value, text: texts.answers[value] })),
      ]
    : flags.map((value) => ({ value, text: texts.choose[value] }));
  const errors = wrong ? [{ field: 'flag', text: texts.fault }] : [];
  return renderDocument(
    <PersonPage {...frame} easy={easy} title={texts.page} back={{ href: '/me/sharing' }} error={wrong}>
      <QuestionForm
        action={hrefOf(agency)}
        errors={errors}
        hidden={{ form_key: formKey, version: String(agency.version) }}
        continueText={texts.keep}
      >
        <QuestionTitle
          title={<InEnglish>{agency.name}</InEnglish>}
          hint={agency.gives ? <InEnglish>{agency.gives}</InEnglish> : undefined}
        />
        <p>
          <strong>{standing(texts, agency)}</strong>
          {question
            ? ` ${question.because} ${texts.question.asked({ day: question.asked })}`
            : agency.flag === null
              ? ` ${texts.untilThen}`
              : null}
        </p>
        <PickOne
          name="flag"
          label={question ? texts.question.legend : texts.choose.legend}
          labelSize="s"
          value={question ? undefined : (agency.flag ?? undefined)}
          choices={choices}
          error={errors[0]?.text}
        />
      </QuestionForm>
    </PersonPage>,
  );
};
