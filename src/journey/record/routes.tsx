// The doors of the record: its overview, contacts, measures and who can see it; and those of a worker's day.

import { renderDocument } from '../../design/layout/document.tsx';
import { counted } from '../../platform/numbers.ts';
import { notFound } from '../../platform/problem.ts';
import { saidDate } from '../../platform/said.ts';
import { page, problem } from '../../platform/web/answer.ts';
import type { AccessRole } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { explainAccess } from '../../trust/access/actions.ts';
import { openers } from '../../trust/agreements/model.ts';
import { restrictingRoles } from '../../trust/restricted/model.ts';
import { sharingOf } from '../../trust/sharing/actions.ts';
import { sharedWithoutAgreement } from '../../trust/sharing/actions-without.ts';
import { choiceForStaff } from '../../trust/sharing/model.ts';
import { recorders } from '../../trust/sharing/without-agreement.ts';
import { resultsOf } from '../measures/actions.ts';
import { seriesOf } from '../measures/series.ts';
import { enrolmentsOf } from '../pathways/actions.ts';
import { recordOf } from './actions.ts';
import { markedMoments, measureView } from './measure-views.ts';
import { MeasuresPage, SharingPage } from './pages/parts.tsx';
import { person, readers } from './reading.ts';
import { contactsRoutes } from './routes-contacts.tsx';
import { dayRoutes, navigation } from './routes-my-day.tsx';
import { overviewRoutes } from './routes-overview.tsx';

export { navigation };

export const routes: readonly Route[] = [
  ...dayRoutes,
  ...overviewRoutes,
  ...contactsRoutes,
  route({
    method: 'GET',
    path: '/people/:person/measures',
    permission: readers,
    params: person,
    audit: audited('record.measures'),
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const frame = await recordOf(context, params.person, 'Measures');
      if (!frame?.reach.read.has('measures')) return problem(notFound);
      const series = seriesOf(await resultsOf(context.tables, params.person));
      const enrolments = await enrolmentsOf(context.tables, params.person);
      return page(
        renderDocument(
          <MeasuresPage
            shell={await context.shell('/my-day')}
            frame={frame}
            measures={series.map((one) => measureView(one, markedMoments(enrolments, one.readings[0]?.date), null))}
            empty={`No measure has been taken. One can be taken with a session note, or ${frame.who.firstName} can say no.`}
          />,
        ),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/people/:person/sharing',
    permission: readers,
    params: person,
    audit: audited('record.sharing'),
    handle: async (request, { params }) => {
      const context = signedIn(request);
      const frame = await recordOf(context, params.person, 'Sharing');
      if (!frame) return problem(notFound);
      const reasons = await explainAccess(context, params.person);
      const choices = await sharingOf(context, params.person);
      const without = await sharedWithoutAgreement(context, params.person);
      const may = (these: readonly AccessRole[]): boolean => context.visitor.roles.some(({ access }) => these.includes(access));
      const at = `/people/${params.person}`;
      const readsNames = frame.reach.read.has('contact');
      return page(
        renderDocument(
          <SharingPage
            shell={await context.shell('/my-day')}
            frame={frame}
            rows={reasons.map((reason) => ({
              id: reason.id,
              who: reason.holder.name,
              why: `${reason.words.relationship}, from ${reason.words.source}`,
              opens: reason.words.opens,
              since: reason.words.since,
              until: reason.words.until,
            }))}
            facts={[
              { term: 'Reasons now', value: counted(reasons.length, 'reason', 'reasons') },
              ...choices.map(({ organisation, state }) => ({ term: organisation, value: choiceForStaff[state] })),
            ]}
            without={without.map((one) => ({
              icon: 'forward' as const,
              title: `${one.organisation}, ${saidDate(one.decidedAt)}`,
              detail: `${one.what} ${one.endedAt ? 'It has ended.' : `Look again by ${saidDate(one.reviewOn)}.`}${one.keptFromPerson ? ` ${frame.who.firstName} has not been told: it is unsafe.` : ''}`,
              ...(may(recorders) ? { href: `${at}/sharing/without/${one.id}` } : {}),
            }))}
            partners={frame.reach.write.has('contact') && may(openers) ? `${at}/sharing/partners` : null}
            writes={readsNames && may(recorders) ? `${at}/sharing/without` : null}
            restricts={readsNames && may(restrictingRoles) ? `${at}/restricted` : null}
          />,
        ),
      );
    },
  }),
];
