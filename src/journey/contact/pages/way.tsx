/** The questions about one way to reach somebody, as large buttons for themselves and close together for whoever asks aloud. */
import { Radios } from '../../../design/components/choices.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { LockScreenPreview } from '../../../design/components/lock-screen-preview.tsx';
import { Pick, PickOne } from '../../../design/components/picks.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { takesLinks, takesVoicemail, type Way } from '../model.ts';
import type { ContactTexts } from '../own-texts.ts';

export interface PhoneShows {
  readonly sender: string;
  readonly text: string;
}

export interface WayQuestions {
  /** As whoever reads it is asked. */
  readonly words: Pick<ContactTexts, 'asked' | 'shows'>;
  /** Null while it is not known which: every question stands. */
  readonly way: Way | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly phone: { readonly plain: PhoneShows; readonly named: PhoneShows; readonly link: PhoneShows };
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly choices: Readonly<Record<string, string>>;
}

const Preview = ({ when, ...preview }: PhoneShows & { readonly title: string; readonly when: string }) => (
  <div class="nhsuk-form-group" data-when={when}>
    <LockScreenPreview {...preview} />
  </div>
);

export const Questions = ({
  words: { asked: words, shows },
  way,
  typed,
  errors,
  phone,
  dense = false,
}: WayQuestions & { readonly dense?: boolean }) => {
  const One = ({ name, label, hint, choices }: ChoiceProps) => {
    const shared = {
      name,
      label,
      hint,
      labelSize: 's' as const,
      value: typed[name] || undefined,
      error: errorOf(errors, name),
      choices: Object.entries(choices).map(([value, text]) => ({ value, text })),
    };
    return dense ? <Radios {...shared} small inline /> : <PickOne {...shared} />;
  };
  const line = (name: 'name' | 'times_safe' | 'times_never', label: string, hint?: string) => (
    <TextInput name={name} label={label} hint={hint} labelSize="s" value={typed[name]} direction="auto" error={errorOf(errors, name)} />
  );
  return (
    <>
      <One name="safe" label={words.safe} choices={words.safes} />
      <One name="shared" label={words.shared} hint={words.sharedHint} choices={words.shareds} />
      <Preview {...phone.plain} title={shows.plain} when="shared=yes" />
      <Preview {...phone.plain} title={shows.plain} when="shared=not_sure" />
      <Preview {...phone.named} title={shows.named} when="shared=no" />
      {way === null || takesLinks(way) ? (
        <div data-when="shared=no">
          <One name="links" label={words.links} hint={words.linksHint} choices={words.link} />
          <Preview {...phone.link} title={shows.link} when="links=yes" />
        </div>
      ) : null}
      {way === null || takesVoicemail(way) ? (
        <div class="nhsuk-form-group" data-when="shared=no">
          <Pick kind="checkbox" id="voicemail" name="voicemail" value="yes" text={words.voicemail} chosen={typed.voicemail === 'yes'} />
        </div>
      ) : null}
      {line('name', words.name, words.nameHint)}
      {line('times_safe', words.timesSafe)}
      {line('times_never', words.timesNever)}
    </>
  );
};
