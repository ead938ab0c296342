/** Parts of a long form, in any order, each with its state in words. */
import { describedBy } from '../class-names.ts';

export interface Task {
  readonly text: string;
  readonly href?: string | undefined;
  readonly hint?: string | undefined;
  readonly state: 'not started' | 'doing' | 'done' | 'cannot start';
}

const states = {
  'not started': { text: 'Not started', look: 'nhsuk-tag nhsuk-tag--blue' },
  doing: { text: 'In progress', look: 'nhsuk-tag nhsuk-tag--blue' },
  done: { text: 'Completed', look: 'nhsuk-tag nhsuk-tag--no-colour nhsuk-tag--no-border nhsuk-u-font-weight-normal' },
  'cannot start': {
    text: 'Cannot start yet',
    look: 'nhsuk-tag nhsuk-tag--no-colour nhsuk-tag--no-border nhsuk-u-font-weight-normal nhsuk-u-secondary-text-colour',
  },
} as const;

export const TaskList = ({ id, tasks }: { readonly id: string; readonly tasks: readonly Task[] }) => (
  <ul class="nhsuk-task-list">
    {tasks.map(({ text, href, hint, state }, index) => {
      const task = `${id}-${index + 1}`;
      return (
        <li key={text} class={href ? 'nhsuk-task-list__item nhsuk-task-list__item--with-link' : 'nhsuk-task-list__item'}>
          <div class="nhsuk-task-list__name-and-hint">
            {href ? (
              <a
                class="nhsuk-task-list__link nhsuk-link"
                href={href}
                aria-describedby={describedBy(hint && `${task}-hint`, `${task}-status`)}
              >
                {text}
              </a>
            ) : (
              <div>{text}</div>
            )}
            {hint ? (
              <div class="nhsuk-task-list__hint" id={`${task}-hint`}>
                {hint}
              </div>
            ) : null}
          </div>
          <div class="nhsuk-task-list__status" id={`${task}-status`}>
            <strong class={states[state].look}>{states[state].text}</strong>
          </div>
        </li>
      );
    })}
  </ul>
);
