// Every room's doors in one list: its URLs, and what it adds to the navigation.
import { routes as messages } from './exchange/bars/routes.ts';
import { routes as imports, navigation as toImports } from './exchange/imports/routes.tsx';
import { routes as openDirectory } from './exchange/open-referral/routes.ts';
import { sourceRoutes } from './exchange/open-referral/routes-sources.tsx';
import { routes as coming } from './journey/coming/routes.tsx';
import { routes as contact } from './journey/contact/routes.tsx';
import { routes as find } from './journey/find/routes.tsx';
import { routes as frontDoor, navigation as toReferring } from './journey/front-door/routes.tsx';
import { routes as home } from './journey/home/routes.tsx';
import { routes as measures, navigation as toMeasures } from './journey/measures/routes.tsx';
import { routes as myPage } from './journey/my-page/routes.tsx';
import { routes as pathways, navigation as toOffers } from './journey/pathways/routes.tsx';
import { routes as people } from './journey/people/routes.tsx';
import { routes as plans } from './journey/plans/routes.tsx';
import { routes as record, navigation as toMyDay } from './journey/record/routes.tsx';
import { routes as safeguarding, navigation as toSafeguarding } from './journey/safeguarding/routes.tsx';
import { routes as sessions } from './journey/sessions/routes.tsx';
import { navigation as toTriage, routes as triage } from './journey/triage/routes.tsx';
import { routes as answers } from './learning/consultations/routes.tsx';
import { routes as early } from './learning/early/routes.tsx';
import { routes as replays } from './learning/replay/routes.tsx';
import { routes as reports, navigation as toReports } from './learning/reports/routes.tsx';
import { routes as developments, navigation as toChanges } from './place/developments/routes.tsx';
import { routes as directory, navigation as toServices } from './place/directory/routes.tsx';
import { routes as rules, navigation as toRules } from './place/rules/routes.tsx';
import { navigation as toTranslations, routes as translations } from './place/translations/routes.tsx';
import { draftRoutes } from './platform/web/drafts.ts';
import type { Route } from './platform/web/route.ts';
import type { NavigationEntry } from './platform/web/shell.ts';
import { routes as access } from './trust/access/routes.tsx';
import { routes as accounts } from './trust/accounts/routes.tsx';
import { routes as agreements, navigation as toAgreements } from './trust/agreements/routes.tsx';
import { routes as audit } from './trust/audit/routes.tsx';
import { routes as connections, navigation as toConnections } from './trust/connections/routes.tsx';
import { routes as emergency, navigation as toOpenings } from './trust/emergency/routes.tsx';
import { routes as restricted, navigation as toRestricted } from './trust/restricted/routes.tsx';
import { routes as sharing } from './trust/sharing/routes.tsx';
import { navigation as toShared } from './trust/sharing/routes-shared.tsx';

export const routes: readonly Route[] = [
  ...frontDoor,
  ...myPage,
  ...contact,
  ...coming,
  ...people,
  ...triage,
  ...pathways,
  ...record,
  ...sessions,
  ...plans,
  ...measures,
  ...safeguarding,
  ...accounts,
  ...audit,
  ...directory,
  ...developments,
  ...answers,
  ...translations,
  ...replays,
  ...rules,
  ...openDirectory,
  ...sourceRoutes,
  ...imports,
  ...messages,
  ...connections,
  ...reports,
  ...early,
  ...home,
  ...find,
  ...access,
  ...emergency,
  ...restricted,
  ...sharing,
  ...agreements,
  ...draftRoutes,
];

/** In the order in which they stand on the page. */
export const navigation: readonly NavigationEntry[] = [
  ...toTriage,
  ...toMyDay,
  ...toOffers,
  ...toRestricted,
  ...toSafeguarding,
  ...toReferring,
  ...toShared,
  ...toServices,
  ...toReports,
  ...toChanges,
  ...toRules,
  ...toImports,
  ...toTranslations,
  ...toMeasures,
  ...toOpenings,
  ...toAgreements,
  ...toConnections,
];
