/** The directory as everybody may see it, without signing in: looking for something, and one entry. Titles and addresses tell nothing of what was looked for. */

import { Inset } from '../../../design/components/asides.tsx';
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { Box, CareBox, type CareRoute } from '../../../design/components/care-box.tsx';
import { Chips } from '../../../design/components/chip.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { FoundList, type FoundThing, SmallPrint } from '../../../design/components/found-list.tsx';
import { SectionTitle } from '../../../design/components/heading.tsx';
import { Lead, Prose, Stack } from '../../../design/components/layouts.tsx';
import { PickMany } from '../../../design/components/picks.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import type { EntryView, ListedView, ReachView } from '../presenting.ts';

export interface PublicListView {
  readonly words: string;
  readonly area: string;
  /** Code of a part of life; '' for all. */
  readonly need: string;
  readonly needs: readonly { readonly code: string; readonly label: string }[];
  /** How far away was measured, or why not; null where nobody asked. */
  readonly near: string | null;
  readonly only: readonly string[];
  readonly found: readonly ListedView[];
  /** Whether somebody looked for something, or sees the beginning. */
  readonly searched: boolean;
  /** Whether these come after others. */
  readonly later: boolean;
  readonly next: string | null;
  readonly formKey: string;
}

const Hidden = ({ values }: { readonly values: Readonly<Record<string, string | readonly string[]>> }) => (
  <>
    {Object.entries(values).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : value).map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
    )}
  </>
);

export const chipsOf = (service: Pick<ListedView, 'opening' | 'referral' | 'closedForNow' | 'own'>) => [
  service.closedForNow
    ? ({ tone: 'warn', children: 'Closed for now' } as const)
    : ({ tone: service.opening.state === 'open' ? 'ok' : 'neutral', icon: 'clock', children: service.opening.text } as const),
  ...(service.referral ? [{ children: service.referral } as const] : []),
];

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const thing = (service: ListedView): FoundThing => ({
  href: `/help/${service.id}`,
  title: service.name,
  by: [service.organisation, service.areas, service.distance && sentence(service.distance)].filter(Boolean).join('. '),
  words: service.description,
  chips: chipsOf(service),
  caution: service.confirmed.state === 'confirmed' ? undefined : `${service.confirmed.text}. Ring before you go.`,
});

const countWords = ({ found, next, later }: PublicListView): string => {
  if (found.length === 0) return 'Nothing found';
  if (later) return next === null ? `The last ${found.length}` : `The next ${found.length}`;
  return next === null ? `${found.length} found` : `The first ${found.length}`;
};

export const PublicListPage = ({ frame, view }: { readonly frame: PersonFrame; readonly view: PublicListView }) => (
  <PersonPage {...frame} title="Places and services" language="en" direction="ltr">
    <h1>Places and services</h1>
    <Lead>Somewhere to go, someone to talk to, help with a home, money or work.</Lead>
    <Stack gap="l">
      <form method="post" action="/help" autocomplete="off">
        <Hidden values={{ form_key: view.formKey }} />
        <TextInput
          name="words"
          label="What are you looking for?"
          hint="For example housing, sleep, or someone to talk to"
          value={view.words}
          maxlength={200}
        />
        <Select
          name="need"
          label="What is it about?"
          value={view.need}
          options={[{ value: '', text: 'Anything' }, ...view.needs.map(({ code, label }) => ({ value: code, text: label }))]}
        />
        <TextInput
          name="area"
          label="Where?"
          hint="A town, an area or a postcode. Leave it empty for everywhere."
          value={view.area}
          width={20}
          maxlength={100}
        />
        <PickMany
          name="only"
          label="Show only"
          values={view.only}
          choices={[
            { value: 'open', text: 'Open now' },
            { value: 'no_referral', text: 'No referral needed' },
          ]}
        />
        <div class="od-actions">
          <Button>Show what there is</Button>
        </div>
      </form>
      {view.found.length === 0 ? (
        <EmptyState action={<a href="/help">Show everything</a>}>
          {view.later
            ? 'There is nothing further on this list.'
            : 'Nothing fits all of that. Try one word, or take off what you ticked. You can also ask us.'}
        </EmptyState>
      ) : (
        <section aria-labelledby="found">
          <SectionTitle id="found" title={view.searched || view.later ? countWords(view) : 'What there is'} />
          {view.near ? <Inset>{view.near}</Inset> : null}
          <FoundList things={view.found.map(thing)} />
        </section>
      )}
      {view.next === null ? null : (
        <form method="post" action="/help" autocomplete="off">
          <Hidden
            values={{ form_key: view.formKey, words: view.words, need: view.need, area: view.area, only: view.only, after: view.next }}
          />
          <div class="od-actions">
            <Button look="secondary">Show more</Button>
          </div>
        </form>
      )}
      <Box title="Things to try by yourself">
        <p>Short texts about sleep, worry, letters and more. No account, and nothing is kept.</p>
        <div class="od-actions">
          <ButtonLink href="/library" look="secondary">
            Read and try
          </ButtonLink>
        </div>
      </Box>
      <Box title="Not sure where to begin?">
        <p>Tell us what is going on, in your own words. Somebody reads it and finds the next step with you.</p>
        <div class="od-actions">
          <ButtonLink href="/start" look="secondary">
            Ask us
          </ButtonLink>
          <ButtonLink href="/how-it-works" look="secondary">
            What happens when you ask
          </ButtonLink>
        </div>
      </Box>
    </Stack>
  </PersonPage>
);

const icons = { phone: 'phone', email: 'chat', website: 'pin' } as const;
export const routesTo = (reach: readonly ReachView[]): CareRoute[] =>
  reach.map(({ kind, text, note, href }) => ({ icon: icons[kind], action: text, when: note || undefined, href }));

export const PublicEntryPage = ({ frame, entry }: { readonly frame: PersonFrame; readonly entry: EntryView }) => (
  <PersonPage
    {...frame}
    title="Places and services"
    language="en"
    direction="ltr"
    back={{ href: '/help', text: 'All places and services' }}
  >
    <h1>{entry.name}</h1>
    {entry.organisation ? <Lead>By {entry.organisation}.</Lead> : null}
    {entry.closed ? <Inset>{entry.closed}</Inset> : null}
    {entry.alert ? <Inset>{entry.alert}</Inset> : null}
    <Stack>
      <Prose>
        {entry.paragraphs.map((paragraph, at) => (
          <p key={at}>{paragraph}</p>
        ))}
      </Prose>
      <Box title="When it is open">
        <Chips chips={[{ tone: entry.opening.state === 'open' ? 'ok' : 'neutral', icon: 'clock', children: entry.opening.text }]} />
        {entry.hours.length > 0 ? (
          <FactsList facts={entry.hours.map(({ days, times }) => ({ term: days, value: times }))} />
        ) : (
          <p>Ask for the hours before you go.</p>
        )}
      </Box>
      {entry.reach.length > 0 ? <CareBox title="How to reach it" routes={routesTo(entry.reach)} /> : null}
      {entry.places.length > 0 ? (
        <Box title="Where it is">
          <FactsList
            facts={entry.places.map((place) => ({
              term: place.name || 'Address',
              value: [place.address, ...place.notes].filter(Boolean).join('. '),
            }))}
          />
        </Box>
      ) : null}
      {entry.facts.length > 0 ? (
        <Box title="Good to know">
          <FactsList facts={entry.facts.map(({ term, value }) => ({ term, value }))} />
        </Box>
      ) : null}
      <SmallPrint>{`${entry.confirmed.text}.${entry.confirmed.state === 'confirmed' ? '' : ' Things change: ring before you go.'} ${entry.source}`}</SmallPrint>
      {entry.own ? (
        <div class="od-actions">
          <ButtonLink href="/start">Ask us for help</ButtonLink>
        </div>
      ) : null}
    </Stack>
  </PersonPage>
);
