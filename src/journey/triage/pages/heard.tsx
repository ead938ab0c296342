/** Writing down what was told of the facts that rules read: nothing need be asked, and what stays empty stays not known. */
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Columns, Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { controlOf, type OpenFact, type Teller } from '../heard.ts';
import type { ReferralForm } from './ask.tsx';

export interface HeardPageProps extends ReferralForm {
  /** What stands in each field. */
  readonly facts: readonly OpenFact[];
  readonly saidBy: Teller | '';
  readonly errors: readonly FieldError[];
}

const Fact = ({ fact: { input, codes }, errors }: { readonly fact: OpenFact; readonly errors: readonly FieldError[] }) => {
  const id = controlOf(input);
  const shared = { id, label: input.label, labelSize: 's', error: errorOf(errors, id) } as const;
  const choices = (input.values ?? []).map(({ code, label }) => ({ value: `${input.name}=${code}`, text: label }));
  if (input.type === 'number')
    return (
      <TextInput {...shared} name="number" value={codes[0] ?? ''} width={5} inputmode="numeric" suffix={input.unit} autocomplete="off" />
    );
  return input.type === 'codes' ? (
    <Checkboxes {...shared} name="answer" small choices={choices} values={codes.map((code) => `${input.name}=${code}`)} />
  ) : (
    <Select
      {...shared}
      name="answer"
      options={[{ value: '', text: 'Not known' }, ...choices]}
      value={codes[0] === undefined ? '' : `${input.name}=${codes[0]}`}
    />
  );
};

export const HeardPage = ({ shell, back, action, hidden, firstName, referrer, facts, saidBy, errors }: HeardPageProps) => (
  <StaffPage {...shell} title="Write down what you heard" shape="list" error={errors.length > 0}>
    <Stack>
      <BackLink href={back} text={`Back to ${firstName}`} />
      <ErrorSummary errors={errors} />
      <PageTitle
        title="Write down what you heard"
        sentence={`Only what somebody has told you. Nothing here need be asked, nothing is sent, and ${firstName} tells it once.`}
      />
      {facts.length === 0 ? (
        <EmptyState>Nothing is open: the rules have what they read, or the first step is decided.</EmptyState>
      ) : (
        <form method="post" action={action} novalidate>
          <HiddenValues values={hidden} />
          {facts
            .filter(({ input }) => input.type === 'number')
            .map(({ input }) => (
              <input key={input.name} type="hidden" name="number_of" value={input.name} />
            ))}
          <Stack>
            <Columns>
              {facts.map((fact) => (
                <Fact key={fact.input.name} fact={fact} errors={errors} />
              ))}
            </Columns>
            <Radios
              name="said_by"
              label="Who told you?"
              labelSize="s"
              small
              choices={[
                { value: 'person', text: firstName },
                { value: 'carer', text: 'Somebody close to them' },
                { value: 'referrer', text: referrer || 'Somebody who works with them' },
              ]}
              value={saidBy}
              error={errorOf(errors, 'said_by')}
            />
            <Actions>
              <Button>Keep this</Button>
              <ButtonLink href={back} look="secondary">
                Leave it
              </ButtonLink>
            </Actions>
          </Stack>
        </form>
      )}
    </Stack>
  </StaffPage>
);
