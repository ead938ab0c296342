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
import type { EntryView, FactView, ListedView, ReachView } from '../presenting.ts';
import { inEnglish, type Speech } from '../speech.ts';
import type { DirectoryTexts } from '../texts.ts';
import { Theirs, theirs } from './theirs.tsx';

/** What stands around a public page, and how it speaks. */
export interface Public {
  readonly frame: PersonFrame;
  readonly speech: Speech;
  /** The separately written Easy Read. */
  readonly easy: boolean;
}

export interface PublicListView {
  readonly words: string;
  readonly area: string;
  /** Code of a part of life; '' for all. */
  readonly need: string;
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

const chipsOf = ({ closedForNow, opening, light, referral }: ListedView, { closed }: DirectoryTexts) => [
  closedForNow
    ? ({ tone: 'warn', children: closed.forNow } as const)
    : ({ tone: opening.state === 'open' ? 'ok' : 'neutral', icon: 'clock', children: opening.text } as const),
  ...(light && !closedForNow ? [{ tone: light.tone, children: light.text } as const] : []),
  ...(referral ? [{ children: referral } as const] : []),
];

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const By = ({ service, speech }: { readonly service: ListedView; readonly speech: Speech }) => {
  const where = [service.organisation, service.areas].filter(Boolean).join('. ');
  return (
    <>
      <Theirs speech={speech}>{where}</Theirs>
      {where && service.distance ? '. ' : null}
      {service.distance ? sentence(service.distance) : null}
    </>
  );
};

const thing = (service: ListedView, speech: Speech): FoundThing => ({
  href: `/help/${service.id}`,
  title: service.name,
  by: service.organisation || service.areas || service.distance ? <By service={service} speech={speech} /> : undefined,
  words: service.description,
  speaks: theirs(speech),
  chips: chipsOf(service, speech.texts),
  caution: service.confirmed.state === 'confirmed' ? undefined : `${service.confirmed.text}. ${speech.texts.list.ring}`,
});

const countWords = ({ found, next, later }: PublicListView, { list }: DirectoryTexts): string => {
  const number = found.length;
  if (number === 0) return list.none;
  if (later) return next === null ? list.last({ number }) : list.next({ number });
  return next === null ? list.found({ count: number }) : list.first({ number });
};

const Looking = ({ view, texts: { list, needs } }: { readonly view: PublicListView; readonly texts: DirectoryTexts }) => (
  // On a phone the answer stands below the form: it comes into sight by itself.
  <form method="post" action="/help#found" autocomplete="off">
    <Hidden values={{ form_key: view.formKey }} />
    <TextInput name="words" label={list.words} hint={list.wordsHint} value={view.words} maxlength={200} direction="auto" />
    <Select
      name="need"
      label={list.need}
      value={view.need}
      options={[{ value: '', text: list.anything }, ...Object.entries(needs).map(([value, text]) => ({ value, text }))]}
    />
    <TextInput name="area" label={list.area} hint={list.areaHint} value={view.area} width={20} maxlength={100} direction="auto" />
    <PickMany
      name="only"
      label={list.only}
      values={view.only}
      choices={[
        { value: 'open', text: list.open },
        { value: 'no_referral', text: list.noReferral },
      ]}
    />
    <div class="od-actions">
      <Button>{list.show}</Button>
    </div>
  </form>
);

export const PublicListPage = ({ frame, speech, easy, view }: Public & { readonly view: PublicListView }) => {
  const { texts } = speech;
  const { list, also } = texts;
  return (
    <PersonPage {...frame} title={list.title} easy={easy}>
      <h1>{list.title}</h1>
      <Lead>{list.lead}</Lead>
      <Stack gap="l">
        <Looking view={view} texts={texts} />
        {view.found.length === 0 ? (
          <section id="found">
            <EmptyState action={<a href="/help">{list.everything}</a>}>{view.later ? list.end : list.nothing}</EmptyState>
          </section>
        ) : (
          <section aria-labelledby="found">
            <SectionTitle id="found" title={view.searched || view.later ? countWords(view, texts) : list.all} />
            {view.near ? <Inset>{view.near}</Inset> : null}
            <FoundList things={view.found.map((service) => thing(service, speech))} />
          </section>
        )}
        {view.next === null ? null : (
          <form method="post" action="/help" autocomplete="off">
            <Hidden
              values={{ form_key: view.formKey, words: view.words, need: view.need, area: view.area, only: view.only, after: view.next }}
            />
            <div class="od-actions">
              <Button look="secondary">{list.more}</Button>
            </div>
          </form>
        )}
        <Box title={also.tryTitle}>
          <p>{also.tryLead}</p>
          <div class="od-actions">
            <ButtonLink href="/library" look="secondary">
              {also.try}
            </ButtonLink>
          </div>
        </Box>
        <Box title={also.beginTitle}>
          <p>{also.beginLead}</p>
          <div class="od-actions">
            <ButtonLink href="/start" look="secondary">
              {also.ask}
            </ButtonLink>
            <ButtonLink href="/how-it-works" look="secondary">
              {also.how}
            </ButtonLink>
          </div>
        </Box>
      </Stack>
    </PersonPage>
  );
};

const icons = { phone: 'phone', email: 'chat', website: 'pin' } as const;
export const routesTo = (reach: readonly ReachView[], speech = inEnglish): CareRoute[] =>
  reach.map(({ kind, text, note, ours, href }) => ({
    icon: icons[kind],
    action: text,
    when: note ? ours ? note : <Theirs speech={speech}>{note}</Theirs> : undefined,
    href,
  }));

const Said = ({ fact: { ours, theirs }, speech }: { readonly fact: FactView; readonly speech: Speech }) => (
  <>
    {ours}
    {ours && theirs ? '. ' : null}
    <Theirs speech={speech}>{theirs}</Theirs>
  </>
);

export const PublicEntryPage = ({ frame, speech, easy, entry }: Public & { readonly entry: EntryView }) => {
  const { texts } = speech;
  const { entry: said } = texts;
  const own = theirs(speech);
  return (
    <PersonPage {...frame} title={texts.list.title} easy={easy} back={{ href: '/help', text: said.back }}>
      <h1 {...own}>{entry.name}</h1>
      {entry.organisation ? <Lead>{said.by({ who: entry.organisation })}</Lead> : null}
      {entry.closed ? <Inset>{entry.closed}</Inset> : null}
      {entry.alert ? (
        <Inset>
          <Theirs speech={speech}>{entry.alert}</Theirs>
        </Inset>
      ) : null}
      <Stack>
        <Prose>
          {entry.paragraphs.map((paragraph, at) => (
            <p key={at} {...own}>
              {paragraph}
            </p>
          ))}
        </Prose>
        <Box title={said.open}>
          <Chips
            chips={[
              { tone: entry.opening.state === 'open' ? 'ok' : 'neutral', icon: 'clock', children: entry.opening.text },
              ...(entry.light ? [{ tone: entry.light.tone, children: entry.light.text }] : []),
            ]}
          />
          {entry.light?.last ? <SmallPrint>{entry.light.last}</SmallPrint> : null}
          {entry.hours.length > 0 ? (
            <FactsList
              facts={entry.hours.map((line) => ({
                term: line.days,
                value: line.theirs ? <Theirs speech={speech}>{line.times}</Theirs> : line.times,
              }))}
            />
          ) : (
            <p>{said.askHours}</p>
          )}
        </Box>
        {entry.reach.length > 0 ? <CareBox title={said.reach} routes={routesTo(entry.reach, speech)} /> : null}
        {entry.places.length > 0 ? (
          <Box title={said.where}>
            <FactsList
              facts={entry.places.map((place) => ({
                term: place.name || said.address,
                value: <Theirs speech={speech}>{[place.address, ...place.notes].filter(Boolean).join('. ')}</Theirs>,
              }))}
            />
          </Box>
        ) : null}
        {entry.facts.length > 0 ? (
          <Box title={said.good}>
            <FactsList facts={entry.facts.map((fact) => ({ term: fact.term, value: <Said fact={fact} speech={speech} /> }))} />
          </Box>
        ) : null}
        <SmallPrint>{`${entry.confirmed.text}.${entry.confirmed.state === 'confirmed' ? '' : ` ${said.changes}`} ${entry.source}`}</SmallPrint>
        {entry.own ? (
          <div class="od-actions">
            <ButtonLink href="/start">{texts.also.askForHelp}</ButtonLink>
          </div>
        ) : null}
      </Stack>
    </PersonPage>
  );
};
