/** Whether the draft of the form around it is kept. The script fills it; its room is reserved, so nothing moves. */
import { useTexts } from '../language.tsx';

export interface SaveNoteProps {
  /** Local time of the last save, such as `9:41am`; nothing saved yet where it is left out. */
  readonly saved?: string | undefined;
}

export const SaveNote = ({ saved }: SaveNoteProps) => {
  const words = useTexts();
  return (
    <p class="od-save" data-save-note data-saved={words.saved({ time: '%' })} data-not-saved={words.notSaved} role="status">
      {saved ? words.saved({ time: saved }) : null}
    </p>
  );
};
