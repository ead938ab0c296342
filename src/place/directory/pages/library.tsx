/** Short texts that anybody can read and try by themselves, from the place's own configuration. Titles of pages say nothing of what is read. */
import { ButtonLink } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { FoundList, SmallPrint } from '../../../design/components/found-list.tsx';
import { Lead, Prose, Stack } from '../../../design/components/layouts.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { Article } from '../../../platform/blueprint/blueprint.ts';
import { dateIn } from '../speech.ts';
import type { Public } from './public.tsx';
import { Theirs, theirs } from './theirs.tsx';

export const LibraryPage = ({ frame, speech, easy, articles }: Public & { readonly articles: readonly Article[] }) => {
  const { library, list, also, needs } = speech.texts;
  return (
    <PersonPage {...frame} title={library.title} easy={easy} back={{ href: '/help', text: list.title }}>
      <h1>{library.title}</h1>
      <Lead>{library.lead}</Lead>
      <Stack gap="l">
        {articles.length === 0 ? (
          <EmptyState action={<a href="/help">{list.title}</a>}>{library.none}</EmptyState>
        ) : (
          <FoundList
            level={2}
            things={articles.map(({ code, title, about, helpsWith }) => ({
              href: `/library/${code}`,
              title,
              words: about,
              speaks: theirs(speech),
              chips: helpsWith.map((need) => ({ children: needs[need] })),
            }))}
          />
        )}
        <Box title={library.rather}>
          <div class="od-actions">
            <ButtonLink href="/start">{also.ask}</ButtonLink>
            <ButtonLink href="/help" look="secondary">
              {also.see}
            </ButtonLink>
          </div>
        </Box>
      </Stack>
    </PersonPage>
  );
};

export const ArticlePage = ({ frame, speech, easy, article, demo }: Public & { readonly article: Article; readonly demo: boolean }) => {
  const { library, also } = speech.texts;
  const own = theirs(speech);
  const written = library.written({ date: dateIn(speech, article.writtenOn) });
  const read = article.reviewedBy ? library.approved({ who: article.reviewedBy }) : library.notApproved;
  return (
    <PersonPage {...frame} title={library.title} easy={easy} back={{ href: '/library', text: library.all }}>
      <h1 {...own}>{article.title}</h1>
      <Lead>
        <Theirs speech={speech}>{article.about}</Theirs>
      </Lead>
      <Stack gap="l">
        <Prose>
          {article.parts.map(({ heading, text, steps }, at) => (
            <section key={at} {...own}>
              {heading ? <h2>{heading}</h2> : null}
              {text ? <p>{text}</p> : null}
              {steps ? (
                <ul>
                  {steps.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ul>
              ) : null}
            </section>
          ))}
        </Prose>
        <SmallPrint>{[written, read, demo ? '(demo)' : ''].filter(Boolean).join(' ')}</SmallPrint>
        <div class="od-actions">
          <ButtonLink href="/start">{also.askForHelp}</ButtonLink>
          <ButtonLink href="/help" look="secondary">
            {also.see}
          </ButtonLink>
        </div>
      </Stack>
    </PersonPage>
  );
};
