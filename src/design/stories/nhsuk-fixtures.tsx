/** Our components beside nhsuk-frontend's own fixtures: the same content, so that the markup must be the same but for what is listed. */
import type { VNode } from 'preact';
import { ActionLink, Details, Inset, WarningCallout } from '../components/asides.tsx';
import { BackLink, Breadcrumbs } from '../components/back-link.tsx';
import { Button, ButtonLink } from '../components/button.tsx';
import { Checkboxes, Radios } from '../components/choices.tsx';
import { DateInput } from '../components/date-input.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FileUpload } from '../components/file-upload.tsx';
import { Notification } from '../components/notification.tsx';
import { Search } from '../components/search.tsx';
import { Select } from '../components/select.tsx';
import { SkipLinks } from '../components/skip-links.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { TaskList } from '../components/task-list.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextInput } from '../components/text-input.tsx';

export interface Comparison {
  readonly component: string;
  readonly name: string;
  /** Which of the fixtures of that name, from 0. */
  readonly at?: number;
  readonly node: VNode;
  /** Differences we mean, taken out of both sides before they are compared. */
  readonly without?: readonly RegExp[];
}

const nhsNumber = (
  <>
    This is a 10 digit number (like <span class="nhsuk-u-nowrap">999 123 4567</span>) that you can find on an NHS letter, prescription or in
    the NHS App
  </>
);

const contact = [
  { value: 'email', text: 'Email' },
  { value: 'phone', text: 'Phone' },
  { value: 'text', text: 'Text message' },
];

const howContact = 'How do you want to be contacted about this?';
const detail = 'Can you provide more detail?';
const private_ = 'Do not include personal information like your name, date of birth or NHS number';

/** Focus after a redirect is ours: the server marks what to read first. */
const focus = [/ data-focus="true"/, / tabindex="-1"/];

export const comparisons: readonly Comparison[] = [
  { component: 'skip-link', name: 'default', node: <SkipLinks links={[{ text: 'Skip to main content', target: 'maincontent' }]} /> },
  { component: 'back-link', name: 'default', node: <BackLink href="#" /> },
  {
    component: 'breadcrumb',
    name: 'default',
    node: <Breadcrumbs links={['Home', 'NHS services', 'Hospitals'].map((text) => ({ text, href: '#' }))} />,
  },
  { component: 'button', name: 'default', node: <Button>Save and continue</Button> },
  { component: 'button', name: 'default, small', node: <Button small>Save and continue</Button> },
  { component: 'button', name: 'secondary', node: <Button look="secondary">Find my location</Button> },
  { component: 'button', name: 'warning', node: <Button look="warning">Yes, delete this vaccine</Button> },
  { component: 'button', name: 'disabled', node: <Button disabled>Disabled button</Button> },
  {
    component: 'button',
    name: 'as a link',
    node: <ButtonLink href="#">Link button</ButtonLink>,
    // Ours goes to a page and changes nothing, so it says that it is a link.
    without: [/ data-module="nhsuk-button"/, / draggable="false"/, / role="button"/],
  },
  {
    component: 'inset-text',
    name: 'default',
    node: (
      <Inset>
        <p>You can report any suspected side effect using the Yellow Card safety scheme</p>
      </Inset>
    ),
  },
  {
    component: 'details',
    name: 'default',
    node: (
      <Details summary="How to find your NHS number">
        You can find your NHS number by logging in to the NHS App or on any document the NHS has sent you.
      </Details>
    ),
  },
  {
    component: 'details',
    name: 'open',
    node: (
      <Details open summary="How to find your NHS number">
        You can find your NHS number by logging in to the NHS App or on any document the NHS has sent you.
      </Details>
    ),
  },
  {
    component: 'action-link',
    name: 'default',
    node: <ActionLink href="/find">Find your nearest A&E</ActionLink>,
    without: [/(?<=href=")#?\/find/],
  },
  {
    component: 'card',
    name: 'warning',
    node: (
      <WarningCallout title="School, nursery or work" level={2}>
        Stay away from school, nursery or work until all the spots have crusted over. This is usually 5 days after the spots first appeared.
      </WarningCallout>
    ),
    // Several paragraphs may stand in ours.
    without: [/(?<=^<\/?)(?:p|div)(?= class="nhsuk-card__description"|>)/],
  },
  {
    component: 'notification-banner',
    name: 'with success variant',
    node: <Notification result="success" heading="Email sent to example@email.com" />,
    // A status, read once when focus arrives; an alert would be read twice.
    without: [...focus, / role="(?:alert|status)"/, /^(?:Success|Done)$/],
  },
  {
    component: 'error-summary',
    name: 'with multiple errors',
    node: (
      <ErrorSummary
        errors={[
          { text: 'Enter your first name', field: 'example-first-name' },
          { text: 'Enter your last name', field: 'example-last-name' },
        ]}
      />
    ),
    without: focus,
  },
  {
    component: 'input',
    name: 'with error message and hint',
    node: (
      <TextInput
        id="with-hint-error"
        name="example"
        label="What is your NHS number?"
        heading
        hint={nhsNumber}
        error="Enter NHS number"
        code
        width={10}
        inputmode="numeric"
      />
    ),
  },
  {
    component: 'input',
    name: 'with hint',
    node: (
      <TextInput
        id="with-hint"
        name="example"
        label="What is your NHS number?"
        heading
        hint={nhsNumber}
        code
        width={10}
        inputmode="numeric"
      />
    ),
  },
  {
    component: 'textarea',
    name: 'with error message and hint',
    node: <TextArea id="with-hint-error" name="example" label={detail} heading hint={private_} error="You must provide an explanation" />,
  },
  { component: 'textarea', name: 'default', node: <TextArea name="example" label={detail} heading hint={private_} /> },
  {
    component: 'character-count',
    name: 'default',
    node: <TextArea name="example" label={detail} heading hint={private_} limit={200} />,
    // The words of the live count travel with the field, in the page's language.
    without: [/ data-left="[^"]*"/, / data-over="[^"]*"/],
  },
  {
    component: 'select',
    name: 'with selected value',
    node: (
      <Select
        id="with-value"
        name="example"
        label="Sort by"
        heading
        value="updated"
        options={[
          { value: 'published', text: 'Recently published' },
          { value: 'updated', text: 'Recently updated' },
          { value: 'views', text: 'Most views' },
          { value: 'comments', text: 'Most comments' },
        ]}
      />
    ),
  },
  {
    component: 'date-input',
    name: 'with values',
    node: (
      <DateInput
        name="example"
        label="What is your date of birth?"
        heading
        hint="For example, 31 3 1980"
        value={{ day: '5', month: '8', year: '2024' }}
      />
    ),
    // Ours carry the field's name, so that two dates fit in one form.
    without: [/ name="(?:example-)?(?:day|month|year)"/],
  },
  {
    component: 'date-input',
    name: 'with error on month input',
    node: (
      <DateInput
        name="example"
        label="What is your date of birth?"
        heading
        hint="For example, 31 3 1980"
        error="Date of birth must include a month"
        wrong={['month']}
        value={{ day: '31', year: '1980' }}
      />
    ),
    without: [/ name="(?:example-)?(?:day|month|year)"/],
  },
  { component: 'radios', name: 'default', node: <Radios name="example" label={howContact} heading choices={contact} /> },
  {
    component: 'radios',
    name: 'with error message and hint',
    node: (
      <Radios
        id="with-hint-error"
        name="example"
        label={howContact}
        heading
        hint="Select 1 option"
        error="Select how you want to be contacted"
        choices={contact}
      />
    ),
  },
  {
    component: 'radios',
    name: 'with hints on items',
    node: (
      <Radios
        id="with-hint-item"
        name="example"
        label="Do you have a mobile phone with signal?"
        heading
        choices={[
          { value: 'mobile', text: 'Yes, I have a mobile phone with signal', hint: 'We will text you a 6 digit security code' },
          { value: 'landline', text: 'No, I want to use my landline', hint: 'We will call you to give you a 6 digit security code' },
        ]}
      />
    ),
  },
  {
    component: 'radios',
    name: 'inline',
    node: (
      <Radios
        id="inline"
        name="example"
        label="Are you 18 or over?"
        heading
        inline
        choices={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
      />
    ),
  },
  {
    component: 'radios',
    name: 'with divider',
    node: (
      <Radios
        id="with-divider"
        name="example"
        label="Do you know your NHS number?"
        heading
        hint={nhsNumber}
        divided
        choices={[
          { value: 'yes', text: 'Yes, I know my NHS number' },
          { value: 'no', text: 'No, I do not know my NHS number' },
          { value: 'not sure', text: "I'm not sure" },
        ]}
      />
    ),
  },
  {
    component: 'checkboxes',
    name: 'default',
    node: <Checkboxes name="example" label={howContact} heading hint="Select all options that are relevant to you" choices={contact} />,
  },
  {
    component: 'file-upload',
    name: 'with error message',
    node: <FileUpload name="file-upload" label="Upload a file" heading error="The selected file must be a JPG, BMP or TIF" />,
  },
  {
    component: 'search-input',
    name: 'with secondary button text only',
    node: <Search name="example" label="Product order number" labelSize="m" heading buttonText="Find" />,
    // The button is named by what it shows, and the box is as wide as its place.
    without: [/ aria-label="Search"/, / nhsuk-button--secondary/, / nhsuk-input--width-20/],
  },
  {
    component: 'summary-list',
    name: 'with actions',
    node: (
      <SummaryList
        items={[
          { key: 'Name', value: 'Karen Francis', change: { href: '#/change', text: 'Change', about: 'name' } },
          { key: 'Date of birth', value: '15 March 1984', change: { href: '#/change', text: 'Change', about: 'date of birth' } },
          {
            key: 'Contact information',
            value: (
              <>
                73 Roman Rd
                <br />
                Leeds
                <br />
                LS2 5ZN
              </>
            ),
            change: { href: '#/change', text: 'Change', about: 'contact information' },
          },
          {
            key: 'Contact details',
            value: (
              <>
                <p>07700 900362</p>
                <p>karen.francis@example.com</p>
              </>
            ),
            change: { href: '#/change', text: 'Change', about: 'contact details' },
          },
        ]}
      />
    ),
  },
  {
    component: 'task-list',
    name: 'default',
    node: (
      <TaskList
        id="your-health"
        tasks={[
          { text: 'Exercise', href: '#/task/exercise', state: 'done' },
          { text: 'Personal health', href: '#/task/personal-health', state: 'done' },
          {
            text: 'Family health history',
            href: '#/task/family-health-history',
            state: 'doing',
            hint: 'Details of your parents, brothers and sisters',
          },
          { text: 'Smoking history', href: '#/task/smoking-history', state: 'not started' },
          { text: 'Blood test', state: 'cannot start' },
        ]}
      />
    ),
    without: [/^(?:Incomplete|In progress|Not started)$/],
  },
  {
    component: 'tables',
    name: 'default',
    node: (
      <Table
        caption="Impetigo can look similar to other skin conditions"
        columns={[
          { title: 'Skin symptoms', cell: (row) => row.symptom },
          { title: 'Possible cause', cell: (row) => row.cause },
        ]}
        rowKey={(row) => row.cause}
        rows={[
          { symptom: 'Blisters on lips or around the mouth', cause: 'Cold sores' },
          { symptom: 'Itchy, dry, cracked, sore', cause: 'Eczema' },
          { symptom: 'Itchy blisters', cause: 'Shingles, chickenpox' },
        ]}
      />
    ),
    // On phones each row becomes lines with their labels.
    without: [/ od-table od-table--rows/, / data-label="[^"]*"/],
  },
];
