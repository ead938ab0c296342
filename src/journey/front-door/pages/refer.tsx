/** Refer somebody: one page and one check, for anyone at work. What is typed stays on the page until it is sent; nothing is kept before. */
import type { ComponentChildren } from 'preact';
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { ErrorSummary, type FieldError } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Select } from '../../../design/components/select.tsx';
import { SheetContents } from '../../../design/components/sheet-contents.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { PersonFrame, Shell } from '../../../platform/web/shell.ts';
import { type ProfessionalCode, professionalQuestion, professionalSections, type SectionKey } from '../professional-questions.ts';
import { professionalWords, refer, sectionTitles } from '../professional-texts.ts';
import { type Fields, isTicked, lineOf, listOf, typedDate } from '../reading.ts';
import { AsTyped } from './as-typed.tsx';
import { Control } from './control.tsx';

/** Signed in, the staff frame; else the public one, with the way out and the help lines. */
export type Around = { readonly kind: 'staff'; readonly shell: Shell } | { readonly kind: 'public'; readonly frame: PersonFrame };

export const ReferFrame = ({
  around,
  title,
  error,
  back,
  contents,
  children,
}: {
  readonly around: Around;
  readonly title: string;
  readonly error?: boolean;
  readonly back?: { readonly href: string; readonly text: string };
  /** Parts of a long page, shown beside it where there is room. */
  readonly contents?: readonly { readonly text: string; readonly href: string }[];
  readonly children: ComponentChildren;
}) =>
  around.kind === 'staff' ? (
    <StaffPage {...around.shell} title={title} shape={contents ? 'sheet' : 'list'} error={error}>
      {contents ? <SheetContents links={contents} /> : null}
      {contents ? <article class="od-sheet">{children}</article> : children}
    </StaffPage>
  ) : (
    <PersonPage {...around.frame} title={title} language="en" direction="ltr" error={error} back={back}>
      {children}
    </PersonPage>
  );

export interface ReferView {
  readonly around: Around;
  readonly team: string;
  readonly day: string;
  readonly services: readonly { readonly code: string; readonly name: string }[];
  readonly service: string;
  /** Id of the question of which this is made; '' for none. */
  readonly advice: string;
  readonly fields: Fields;
  readonly errors: readonly FieldError[];
  readonly formKey: string;
  readonly signedIn: boolean;
}

const keys = Object.keys(professionalSections) as readonly SectionKey[]; // the keys of a constant
const codesIn = (key: SectionKey): readonly ProfessionalCode[] => professionalSections[key];

/** Sections of short answers, two in a row where there is room. */
const inPairs: ReadonlySet<SectionKey> = new Set(['who', 'you']);

export const referPage = (view: ReferView): string => {
  const { around, fields, errors } = view;
  return renderDocument(
    <ReferFrame
      around={around}
      title={refer.title}
      error={errors.length > 0}
      contents={keys.map((key) => ({ text: sectionTitles[key], href: `#${key}` }))}
    >
      <ErrorSummary errors={errors} />
      <PageTitle title={refer.title} sentence={refer.lead(view.team, view.day)} />
      <p>
        <strong>{refer.emergency}</strong> {refer.adviceInstead} <a href="/refer/advice">{refer.askAdvice}</a>.
      </p>
      <form method="post" action="/refer" novalidate>
        <HiddenValues values={{ form_key: view.formKey, advice: view.advice }} />
        {keys.map((key) => (
          <section key={key} id={key} class="od-check">
            <h2 class="od-check__title">{sectionTitles[key]}</h2>
            <div class={inPairs.has(key) ? 'od-columns' : undefined}>
              {codesIn(key).map((code) => (
                <Control
                  key={code}
                  question={professionalQuestion(code)}
                  words={professionalWords[code]}
                  fields={fields}
                  errors={errors}
                  rows={4}
                  compact
                />
              ))}
            </div>
            {key === 'why' && view.services.length > 1 ? (
              <Select
                name="service"
                label={refer.service}
                labelSize="s"
                value={view.service}
                options={[{ value: '', text: refer.anyService }, ...view.services.map(({ code, name }) => ({ value: code, text: name }))]}
              />
            ) : null}
          </section>
        ))}
        <div class="od-actions">
          <Button>{refer.onwards}</Button>
        </div>
      </form>
    </ReferFrame>,
  );
};

function linesOf(code: ProfessionalCode, fields: Fields): readonly string[] {
  const question = professionalQuestion(code);
  switch (question.control) {
    case 'one':
    case 'many':
    case 'list':
      return listOf(fields, code)
        .filter(Boolean)
        .map((one) => professionalWords[code].choices?.[one] ?? one);
    case 'tick':
      return isTicked(fields, code) ? [professionalWords[code].label] : [];
    case 'day':
      return [typedDate(fields, code)].filter(Boolean);
    default:
      return [lineOf(fields, code)].filter(Boolean);
  }
}

export interface ReferCheckView {
  readonly around: Around;
  readonly team: string;
  readonly fields: Fields;
  readonly service: string;
  readonly advice: string;
  readonly serviceName: string;
  readonly errors: readonly FieldError[];
  readonly formKey: string;
}

/** The typing travels in the page itself, so that two referrals in two tabs can never mix and nothing is kept before it is sent. */
export const referCheckPage = (view: ReferCheckView): string =>
  renderDocument(
    <ReferFrame around={view.around} title={refer.checkTitle} error={view.errors.length > 0}>
      <ErrorSummary errors={view.errors} />
      <PageTitle title={refer.checkTitle} sentence={refer.checkLead} />
      <form method="post" action="/refer/send" novalidate>
        <HiddenValues values={{ form_key: view.formKey, service: view.service, advice: view.advice }} />
        {Object.entries(view.fields).flatMap(([name, value]) =>
          (typeof value === 'string' ? [value] : value).map((one) => (
            <input key={`${name} ${one}`} type="hidden" name={name} value={one} />
          )),
        )}
        {keys.map((key) => (
          <section key={key} class="od-check">
            <h2 class="od-check__title">{sectionTitles[key]}</h2>
            <dl class="nhsuk-summary-list">
              {codesIn(key).flatMap((code) => {
                const lines = linesOf(code, view.fields);
                return lines.length === 0
                  ? []
                  : [
                      <div key={code} class="nhsuk-summary-list__row">
                        <dt class="nhsuk-summary-list__key">{professionalWords[code].label}</dt>
                        <dd class="nhsuk-summary-list__value">
                          {lines.map((line, at) => (
                            <p key={at}>
                              <AsTyped text={line} />
                            </p>
                          ))}
                        </dd>
                      </div>,
                    ];
              })}
              {key === 'why' && view.serviceName ? (
                <div class="nhsuk-summary-list__row">
                  <dt class="nhsuk-summary-list__key">{refer.service}</dt>
                  <dd class="nhsuk-summary-list__value">{view.serviceName}</dd>
                </div>
              ) : null}
            </dl>
            <Button look="link" name="change" value={key} formaction={`/refer#${key}`}>
              {refer.change}
              <span class="nhsuk-u-visually-hidden">: {sectionTitles[key]}</span>
            </Button>
          </section>
        ))}
        <p>{refer.agreementShare(view.team)}</p>
        <div class="od-actions">
          <Button>{refer.send(view.team)}</Button>
        </div>
      </form>
    </ReferFrame>,
  );

export interface ReceivedView {
  readonly around: Around;
  readonly number: number;
  readonly team: string;
  readonly day: string;
}

export const receivedPage = ({ around, number, team, day }: ReceivedView): string =>
  renderDocument(
    <ReferFrame around={around} title={refer.title}>
      <PageTitle title={refer.receivedTitle(number)} sentence={refer.receivedLead(team, day)} />
      <Box>
        <p>{refer.receivedLink}</p>
      </Box>
      <div class="od-actions">
        <ButtonLink look="secondary" href="/refer">
          {refer.another}
        </ButtonLink>
      </div>
    </ReferFrame>,
  );
