// The doors of letters: one to print with its envelope, and that it was posted.
import { z } from 'zod';
import { renderDocument } from '../../design/layout/document.tsx';
import { notFound } from '../../platform/problem.ts';
import { page, problem, redirect } from '../../platform/web/answer.ts';
import { identifier } from '../../platform/web/fields.ts';
import { roles } from '../../platform/web/permission.ts';
import { audited, type Route, route } from '../../platform/web/route.ts';
import { signedIn } from '../../platform/web/signed-in.ts';
import { identityOf } from './identity.ts';
import { posted, readLetter } from './letters.ts';
import { LetterPage } from './pages/letter-page.tsx';

/** Everybody whose task it may be; whether this letter exists for them the database decides. */
const permission = roles('TRI', 'SNR', 'KW', 'CO_VOLUNTEERS', 'CO_HUB', 'HOU', 'EMP', 'MGR');
const params = z.strictObject({ message: identifier });

export const letterRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/letters/:message',
    permission,
    params,
    audit: audited('letter.read'),
    async handle(request, { params: { message } }) {
      const context = signedIn(request);
      const letter = await readLetter(context, message);
      if (!letter) return problem(notFound);
      const who = await identityOf(context, letter.personId);
      return page(
        renderDocument(
          <LetterPage
            shell={await context.shell('/my-day')}
            letter={letter}
            safeContact={who?.safeContact ?? { state: 'never asked' }}
            formKey={context.formKey()}
          />,
        ),
      );
    },
  }),
  route({
    method: 'POST',
    path: '/letters/:message',
    permission,
    params,
    body: z.strictObject({}),
    audit: audited('letter.posted'),
    async handle(request, { params: { message } }) {
      const context = signedIn(request);
      const done = await posted(context, message);
      if (!done.ok) return problem(done.problem);
      return redirect('/my-day', { notice: { result: 'success', heading: 'Kept: the letter was posted.' } });
    },
  }),
];
