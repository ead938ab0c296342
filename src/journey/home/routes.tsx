// The doors of the first page: what waits for whoever works here, and the people behind what is off track.

import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { localDate } from '../../platform/clock.ts';
import { firstName } from '../../platform/said.ts';
import { page, redirect } from '../../platform/web/answer.ts';
import type { SignedIn } from '../../platform/web/context.ts';
import { choice, searched } from '../../platform/web/fields.ts';
import { type AccessRole, roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { openingsToReview } from '../../trust/emergency/actions.ts';
import { openerRoles } from '../../trust/emergency/model.ts';
import { givingRoles } from '../../trust/restricted/model.ts';
import { adviceOffTrack, offTrackPeople } from './actions.ts';
import { lateAdviceSentence, lateOpeningsSentence, mostCounted, offTrackKinds, offTrackSentence } from './model.ts';
import { HomePage, type HomeView } from './pages/home-page.tsx';
import { OffTrackPage } from './pages/off-track-page.tsx';
import { personOfReferral } from './store.ts';

const staff = roles('TRI', 'SNR', 'KW', 'CO_VOLUNTEERS', 'CO_HUB', 'VOL', 'HOST', 'HOU', 'EMP', 'PAR', 'SG', 'MGR', 'COM', 'IG', 'ADM');

/** What a role's own pages are when no room gives it any. */
const ownPages: readonly { readonly roles: readonly AccessRole[]; readonly page: HomeView['more'][number] }[] = [
  {
    roles: ['MGR', 'KW', 'TRI', 'SNR'],
    page: { text: 'Find a person', detail: 'Only people whose record you may see are found', href: '/find' },
  },
  {
    roles: givingRoles,
    page: { text: 'Restricted records', detail: 'Of colleagues, and of people close to them', href: '/restricted' },
  },
  {
    roles: openerRoles,
    page: { text: 'See a record in an emergency', detail: 'Told, and looked at afterwards by somebody else', href: '/emergency' },
  },
  {
    roles: ['MGR'],
    page: { text: 'Connected systems', detail: 'Other organisations’ systems that send referrals', href: '/connections' },
  },
  {
    roles: ['ADM'],
    page: { text: 'Find a page or service', detail: 'You see how the service is set up, and nobody’s record', href: '/find' },
  },
];

export function tasksOf({ place, visitor }: SignedIn): HomeView['tasks'] {
  const tasks = new Map<string, { role: string; task: string }>();
  for (const held of visitor.roles) {
    const role = place.blueprint.roles.find(({ code }) => code === held.role);
    if (role) tasks.set(role.code, { role: role.name, task: role.primaryTask });
  }
  return [...tasks.values()];
}

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/home',
    permission: staff,
    audit: audited('opened the first page'),
    async handle(given) {
      const context = signedIn(given);
      const held = new Set(context.visitor.roles.map(({ access }) => access));
      const today = localDate(context.now);
      const offTrack: { sentence: string; href: string | null }[] = [];
      if (held.has('MGR'))
        for (const [kind, people] of await offTrackPeople(context, offTrackKinds)) {
          context.touch(...people.map(({ personId }) => personId));
          offTrack.push({ sentence: offTrackSentence(kind, people, today), href: people.length > 0 ? `/off-track/${kind}` : null });
        }
      if (held.has('MGR')) {
        // Whose records they were may be closed to the manager, so these are a list of their own.
        const { late } = await openingsToReview(context);
        offTrack.push({
          sentence: lateOpeningsSentence(late.map(localDate), today),
          href: late.length > 0 ? '/emergency/openings?show=late' : null,
        });
      }
      if (held.has('MGR')) {
        const late = await adviceOffTrack(context);
        offTrack.push({ sentence: lateAdviceSentence(late), href: late.length > 0 ? '/advice' : null });
      }
      const view: HomeView = {
        firstName: firstName(context.visitor.name),
        tasks: tasksOf(context),
        offTrack: held.has('MGR') ? offTrack.toSorted((a, b) => Number(a.href === null) - Number(b.href === null)) : null,
        oversees: held.has('IG'),
        more: ownPages.filter((one) => one.roles.some((role) => held.has(role))).map((one) => one.page),
      };
      return page(renderDocument(<HomePage shell={await context.shell('/home')} view={view} />));
    },
  }),
  // Information governance holds no list of people: a record is named to it by the number on a letter, and its name stays closed.
  route({
    method: 'GET',
    path: '/looked',
    permission: roles('IG'),
    query: z.strictObject({ number: searched(20) }),
    audit: audited('asked who opened the record'),
    async handle(context, { query }) {
      const number = /^r?[\s-]*(\d{1,9})$/i.exec(query.number)?.[1];
      const personId = number
        ? await context.asWorker('find a record by its number', (tables) => personOfReferral(tables, Number(number)))
        : null;
      if (!personId)
        return redirect('/home', {
          notice: {
            result: 'information',
            heading: 'There is no referral with that number.',
            children: `${query.number ? `You typed “${query.number}”. ` : ''}It stands on letters and messages, such as R-4821.`,
          },
        });
      context.touch(personId);
      return redirect(`/people/${personId}/looked`);
    },
  }),
  route({
    method: 'GET',
    path: '/off-track/:kind',
    permission: roles('MGR'),
    params: z.strictObject({ kind: choice(offTrackKinds, 'That list is not there.') }),
    audit: audited('looked at what is off track'),
    async handle(given, { params }) {
      const context = signedIn(given);
      const people = (await offTrackPeople(context, [params.kind])).get(params.kind) ?? [];
      context.touch(...people.map(({ personId }) => personId));
      const today = localDate(context.now);
      return page(
        renderDocument(
          <OffTrackPage
            shell={await context.shell('/home')}
            kind={params.kind}
            sentence={offTrackSentence(params.kind, people, today)}
            people={people.slice(0, mostCounted)}
            today={today}
          />,
        ),
      );
    },
  }),
];
