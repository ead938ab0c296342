/** The parts of a record, as links. A part the reader may not open is absent, not greyed. */
import { Icon } from '../icons.tsx';
import { staffTexts } from '../texts.ts';

export interface RecordTab {
  readonly text: string;
  readonly href: string;
  readonly current?: boolean | undefined;
}

const List = ({ tabs }: { readonly tabs: readonly RecordTab[] }) => (
  <ul class="od-tabs__list">
    {tabs.map((tab) => (
      <li key={tab.href}>
        <a class="od-tabs__link" href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.text}
        </a>
      </li>
    ))}
  </ul>
);

export const RecordTabs = ({ name, tabs }: { readonly name: string; readonly tabs: readonly RecordTab[] }) => {
  const current = tabs.find((tab) => tab.current);
  return (
    <nav class="od-tabs" aria-label={`${name}’s record`}>
      <div class="od-tabs__wide">
        <List tabs={tabs} />
      </div>
      <details class="od-tabs__narrow" data-menu>
        <summary class="od-tabs__summary">
          <Icon name="menu" />
          {current ? `${current.text}. ` : null}
          {staffTexts.openAnotherPart}
        </summary>
        <List tabs={tabs.filter((tab) => !tab.current)} />
      </details>
    </nav>
  );
};
