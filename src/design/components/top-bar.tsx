/** The dark bar over every staff page: service, place, find, and who is signed in. */
import { DoorMark, Icon } from '../icons.tsx';
import { staffTexts } from '../texts.ts';
import { Avatar } from './avatar.tsx';

export interface Account {
  readonly name: string;
  readonly job: string;
  readonly initials: string;
  /** Further entries of the menu, such as another role of the same person. */
  readonly links?: readonly { readonly text: string; readonly href: string }[] | undefined;
  /** Address that signs out by POST; no entry where it is left out. */
  readonly signOut?: string | undefined;
}

export interface TopBarProps {
  readonly service: string;
  readonly home: string;
  readonly place?: string | undefined;
  readonly account?: Account | undefined;
  /** Page that finds people, services and actions; its `.json` sibling answers the palette. No button where it is left out. */
  readonly find?: { readonly href: string; readonly text?: string | undefined } | undefined;
}

export const TopBar = ({ service, home, place, account, find }: TopBarProps) => (
  <header class="od-top">
    <a class="od-top__service" href={home}>
      <DoorMark />
      <span class="od-top__name">{service}</span>
    </a>
    {place ? <span class="od-top__place">{place}</span> : null}
    {find ? (
      <a class="od-find" href={find.href} data-find={`${find.href}.json`} aria-keyshortcuts="Control+K Meta+K">
        <Icon name="search" />
        <span class="od-find__text">{find.text ?? staffTexts.find}</span>
        <span class="od-key od-find__key" aria-hidden="true">
          Ctrl K
        </span>
      </a>
    ) : null}
    {account ? (
      <details class="od-me" data-menu>
        <summary class="od-me__summary">
          <Avatar initials={account.initials} />
          <span class="od-me__name">
            {account.name}, {account.job}
          </span>
        </summary>
        <ul class="od-me__menu">
          {(account.links ?? []).map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.text}</a>
            </li>
          ))}
          {account.signOut ? (
            <li>
              <form method="post" action={account.signOut}>
                <button type="submit">{staffTexts.signOut}</button>
              </form>
            </li>
          ) : null}
        </ul>
      </details>
    ) : null}
  </header>
);
