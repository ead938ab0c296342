/** The light of a service as its own people set it: what stands now, and one press for what is so. */
import { Button } from '../../../design/components/button.tsx';
import { CapacityLight } from '../../../design/components/capacity-light.tsx';
import { Card } from '../../../design/components/card.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { saidDayAndTime } from '../../../platform/said.ts';
import { lights, type SaidLight, type StandingLight } from '../light.ts';

const words: Readonly<Record<SaidLight, string>> = { free: 'Room now', nearly_full: 'Nearly full', full: 'Full' };
const shapes = { free: 'room', nearly_full: 'filling', full: 'full', 'ask first': 'not confirmed' } as const;

interface LightCardProps {
  readonly id: string;
  /** The service’s name, where it stands among others. */
  readonly name?: string;
  readonly light: StandingLight;
  readonly maySay: boolean;
  /** Where to come back to. */
  readonly from: 'list' | 'entry';
  readonly formKey: string;
}

export const LightCard = ({ id, name, light: { state, at, unit }, maySay, from, formKey }: LightCardProps) => (
  <Card title={name ?? 'Room now'} level={2}>
    <CapacityLight
      state={shapes[state]}
      text={state === 'ask first' ? 'Ask first' : words[state]}
      confirmed={at ? `Last said ${saidDayAndTime(at)}` : 'Nobody has said yet'}
    />
    <SmallPrint>{`By ${unit}. Everybody sees it while the service is open. It turns to “ask first” when nobody says it again.`}</SmallPrint>
    {maySay ? (
      <form method="post" action={`/services/${id}/light`}>
        <HiddenValues values={{ form_key: formKey, from }} />
        <div class="od-actions">
          {lights.map((light) => (
            <Button key={light} look="secondary" small name="light" value={light}>
              {words[light]}
            </Button>
          ))}
        </div>
      </form>
    ) : null}
  </Card>
);
