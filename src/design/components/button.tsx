/** Buttons and links that look like them. One primary button a page, named by its effect. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from '../icons.tsx';

export type ButtonLook = 'primary' | 'secondary' | 'warning' | 'link';

const looks: Readonly<Record<ButtonLook, string>> = {
  primary: 'nhsuk-button',
  secondary: 'nhsuk-button nhsuk-button--secondary',
  warning: 'nhsuk-button nhsuk-button--warning',
  link: 'od-button-link',
};

interface Look {
  readonly look?: ButtonLook | undefined;
  readonly small?: boolean | undefined;
  readonly icon?: IconName | undefined;
  /** Puts the icon after the words. */
  readonly iconLast?: boolean | undefined;
  readonly children: ComponentChildren;
}

export interface ButtonProps extends Look {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly type?: 'submit' | 'button' | undefined;
  /** Id of the form it sends, when it stands outside. */
  readonly form?: string | undefined;
  /** Another address for the same form. */
  readonly formaction?: string | undefined;
  /** Sends without the browser's own checks, for “save and come back later”. */
  readonly formnovalidate?: boolean | undefined;
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly describedBy?: string | undefined;
}

const content = ({ icon, iconLast, children }: Look) => (
  <>
    {icon && !iconLast ? <Icon name={icon} /> : null}
    {children}
    {icon && iconLast ? <Icon name={icon} /> : null}
  </>
);

const look = (props: Look): string =>
  classNames(looks[props.look ?? 'primary'], props.small && props.look !== 'link' && 'nhsuk-button--small');

export const Button = (props: ButtonProps) => (
  <button
    class={look(props)}
    data-module={props.look === 'link' ? undefined : 'nhsuk-button'}
    type={props.type ?? 'submit'}
    id={props.id}
    name={props.name}
    value={props.value}
    form={props.form}
    formaction={props.formaction}
    formnovalidate={props.formnovalidate}
    disabled={props.disabled}
    aria-disabled={props.disabled ? 'true' : undefined}
    aria-describedby={props.describedBy}
  >
    {content(props)}
  </button>
);

/** What Enter in a field does, where another button stands before the one that saves. Nobody sees it, tabs to it or hears it. */
export const EnterDoes = ({ name, value }: { readonly name: string; readonly value: string }) => (
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it cannot be tabbed to, and browsers skip a default button that is not rendered
  <button class="nhsuk-u-visually-hidden" type="submit" name={name} value={value} tabindex={-1} aria-hidden="true" />
);

export interface ButtonLinkProps extends Look {
  readonly href: string;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const ButtonLink = (props: ButtonLinkProps) => (
  <a class={look(props)} href={props.href}>
    {content(props)}
  </a>
);

/** Buttons in a row: primary, then secondary, then a link. On person pages they stand one above the other. */
export const Actions = ({ children }: { readonly children: ComponentChildren }) => <div class="od-actions">{children}</div>;
