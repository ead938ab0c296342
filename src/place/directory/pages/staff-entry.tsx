/** One entry of the directory for colleagues: what it says, its room, what its publisher says otherwise, and who keeps it. */
import { Details, Inset } from '../../../design/components/asides.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { CapacityLight } from '../../../design/components/capacity-light.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Chips } from '../../../design/components/chip.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Columns, Prose, Stack } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { Light } from '../capacity.ts';
import type { StandingLight } from '../light.ts';
import type { EntryView } from '../presenting.ts';
import { LightCard } from './light.tsx';
import { routesTo } from './public.tsx';

export interface KeptView {
  /** In the service’s own units. */
  readonly room: readonly { readonly light: Light; readonly words: string; readonly told: string | null }[];
  readonly mayKeep: boolean;
  /** Teams and providers who keep it. */
  readonly keepers: readonly { readonly id: string | null; readonly words: string }[];
  readonly edits: readonly {
    readonly field: string;
    readonly words: string;
    readonly by: string;
    readonly ours: string;
    readonly theirs: string;
    /** Both changed: a person chooses. */
    readonly toChoose: boolean;
  }[];
}

const lightWords: Readonly<Record<Light, string>> = {
  room: 'Room now',
  filling: 'Filling',
  full: 'Full',
  'not confirmed': 'Not confirmed',
};

const Room = ({ room }: Pick<KeptView, 'room'>) =>
  room.length === 0 ? null : (
    <Card title="Room" level={2}>
      <Stack>
        {room.map(({ light, words, told }) => (
          <div key={words}>
            <CapacityLight state={light} text={lightWords[light]} confirmed={told ?? undefined} />
            <SmallPrint>{words}</SmallPrint>
          </div>
        ))}
      </Stack>
    </Card>
  );

const Edits = ({ id, kept, formKey }: { readonly id: string; readonly kept: KeptView; readonly formKey: string }) =>
  kept.edits.length === 0 ? null : (
    <Card title="Changed here" level={2}>
      {kept.edits.map((edit) => (
        <section key={edit.field} aria-labelledby={`changed-${edit.field}`}>
          <h3 id={`changed-${edit.field}`}>{edit.words}</h3>
          {edit.toChoose ? <Chips chips={[{ tone: 'warn', children: 'Its publisher changed it too' }]} /> : null}
          <FactsList
            facts={[
              { term: 'Here', value: `${edit.ours || 'Nothing'}. ${edit.by}` },
              { term: 'Its publisher', value: edit.theirs || 'Nothing' },
            ]}
          />
          {kept.mayKeep ? (
            <form method="post" action={`/services/${id}/choose`}>
              <HiddenValues values={{ form_key: formKey, field: edit.field }} />
              <div class="od-actions">
                {edit.toChoose ? (
                  <Button look="secondary" small name="take" value="ours">
                    Keep ours
                  </Button>
                ) : null}
                <Button look="secondary" small name="take" value="theirs">
                  Take theirs
                </Button>
              </div>
            </form>
          ) : null}
        </section>
      ))}
    </Card>
  );

/** What was typed to ask a provider, and what is wrong with it. */
export interface Asking {
  readonly name: string;
  readonly email: string;
  readonly errors: readonly FieldError[];
}

interface KeepersProps {
  readonly id: string;
  readonly kept: KeptView;
  readonly asking: Asking;
  readonly formKey: string;
}

const Keepers = ({ id, kept, asking, formKey }: KeepersProps) => (
  <Card title="Who keeps it right" level={2}>
    {kept.keepers.length === 0 ? <p>Nobody yet. Ask its provider, so that it stays right.</p> : null}
    {kept.keepers.map((keeper) => (
      <form key={keeper.words} method="post" action={`/services/${id}/keepers/${keeper.id}/end`}>
        <p>{keeper.words}</p>
        {keeper.id && kept.mayKeep ? (
          <>
            <HiddenValues values={{ form_key: formKey }} />
            <Button look="secondary" small>
              End their link
            </Button>
          </>
        ) : null}
      </form>
    ))}
    {kept.mayKeep ? (
      <Details summary="Ask its provider by e-mail" open={asking.errors.length > 0}>
        <form method="post" action={`/services/${id}/keepers`} novalidate>
          <HiddenValues values={{ form_key: formKey }} />
          <TextInput name="name" label="Their name" value={asking.name} width={20} maxlength={100} error={errorOf(asking.errors, 'name')} />
          <TextInput
            name="email"
            label="Their e-mail address"
            type="email"
            value={asking.email}
            maxlength={200}
            error={errorOf(asking.errors, 'email')}
          />
          <Button look="secondary" small>
            Send them a link
          </Button>
        </form>
      </Details>
    ) : null}
  </Card>
);

export const StaffEntryPage = ({
  shell,
  entry,
  light,
  kept,
  asking,
  formKey,
}: {
  readonly shell: Shell;
  readonly entry: EntryView;
  readonly light: StandingLight | undefined;
  readonly kept: KeptView;
  readonly asking: Asking;
  readonly formKey: string;
}) => (
  <StaffPage {...shell} title={entry.name} shape="list" errors={asking.errors}>
    <BackLink href="/services" text="All services" />
    <PageTitle
      title={entry.name}
      sentence={[entry.organisation, entry.alternateName].filter(Boolean).join('. ')}
      aside={<a href={`/help/${entry.id}`}>As everybody sees it</a>}
    />
    {entry.closed ? <Inset>{entry.closed}</Inset> : null}
    {entry.alert ? <Inset>{entry.alert}</Inset> : null}
    <Columns>
      <Stack>
        <Prose>
          {entry.paragraphs.map((paragraph, at) => (
            <p key={at}>{paragraph}</p>
          ))}
        </Prose>
        <Edits id={entry.id} kept={kept} formKey={formKey} />
        {entry.facts.length > 0 ? (
          <Card title="Good to know" level={2}>
            <FactsList facts={entry.facts.map(({ term, value }) => ({ term, value }))} />
          </Card>
        ) : null}
        {entry.places.length > 0 ? (
          <Card title="Where it is" level={2}>
            <FactsList
              facts={entry.places.map((place) => ({
                term: place.name || 'Address',
                value: [place.address, ...place.notes].filter(Boolean).join('. '),
              }))}
            />
          </Card>
        ) : null}
      </Stack>
      <Stack>
        {light ? <LightCard id={entry.id} light={light} maySay={kept.mayKeep} from="entry" formKey={formKey} /> : null}
        <Room room={kept.room} />
        <Card title="When it is open" level={2}>
          <Chips chips={[{ tone: entry.opening.state === 'open' ? 'ok' : 'neutral', icon: 'clock', children: entry.opening.text }]} />
          {entry.hours.length > 0 ? (
            <FactsList facts={entry.hours.map(({ days, times }) => ({ term: days, value: times }))} />
          ) : (
            <p>The hours are not published. Ask before you send anybody.</p>
          )}
        </Card>
        {entry.reach.length > 0 ? (
          <Card title="How to reach it" level={2}>
            <Rows rows={routesTo(entry.reach).map(({ icon, action, when, href }) => ({ icon, title: action, detail: when, href }))} />
          </Card>
        ) : null}
        <Card title="Is this right?" level={2}>
          <p>
            {entry.confirmed.text}
            {entry.confirmedBy ? `, by ${entry.confirmedBy}` : ''}. {entry.source}
          </p>
          <form method="post" action={`/services/${entry.id}/confirm`}>
            <input type="hidden" name="form_key" value={formKey} />
            <Button look="secondary" small>
              Still right
            </Button>
          </form>
          {kept.mayKeep ? (
            <div class="od-actions">
              <ButtonLink href={`/services/${entry.id}/edit`} look="secondary" small>
                Change this entry
              </ButtonLink>
            </div>
          ) : null}
        </Card>
        <Keepers id={entry.id} kept={kept} asking={asking} formKey={formKey} />
      </Stack>
    </Columns>
  </StaffPage>
);
