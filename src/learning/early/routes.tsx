// The door of how early help grows: for managers and commissioners, drawn from counted quarters only.
import { renderDocument } from '../../design/layout/document.tsx';
import { listed } from '../../platform/numbers.ts';
import { page } from '../../platform/web/answer.ts';
import { roles } from '../../platform/web/permission.ts';
import { type Route, route, touchesNobody } from '../../platform/web/route.ts';
import { reportRules } from '../reports/model.ts';
import { earlyCodes } from './counting.ts';
import { figuresOf } from './findings.ts';
import { EarlyPage } from './pages/early-page.tsx';
import { earlyQuarters } from './store.ts';

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/reports/early-help',
    permission: roles('MGR', 'COM'),
    audit: touchesNobody('Quarters are totals with small numbers hidden, and no person.'),
    async handle(context) {
      const { place } = context;
      const { services, blueprints } = place.blueprint;
      const codes = earlyCodes(services);
      const versions = blueprints.map(({ name, version }) => `${name} ${version}`).join(', ');
      const source = `Records of ${place.name}. Rules: ${reportRules}; ${versions}.`;
      const view = {
        services: listed(services.filter(({ code }) => codes.has(code)).map(({ name }) => name)),
        figures: figuresOf(await earlyQuarters(context.tables), source),
      };
      return page(renderDocument(<EarlyPage shell={await context.shell('/reports')} {...view} />));
    },
  }),
];
