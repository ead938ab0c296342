/** Short texts that anybody can read and try by themselves, from the place's own configuration. Titles of pages say nothing of what is read. */
import { ButtonLink } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { FoundList, SmallPrint } from '../../../design/components/found-list.tsx';
import { Lead, Prose, Stack } from '../../../design/components/layouts.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { Article } from '../../../platform/blueprint/blueprint.ts';
import { wordsFor } from '../../../platform/codes/codes.ts';
import { saidDate } from '../../../platform/said.ts';
import type { PersonFrame } from '../../../platform/web/shell.ts';

export const LibraryPage = ({ frame, articles }: { readonly frame: PersonFrame; readonly articles: readonly Article[] }) => (
  <PersonPage {...frame} title="To read and try" language="en" direction="ltr" back={{ href: '/help', text: 'Places and services' }}>
    <h1>To read and try</h1>
    <Lead>A few minutes each. Take what helps, leave the rest. Nothing is kept about what you read.</Lead>
    <Stack gap="l">
      {articles.length === 0 ? (
        <EmptyState action={<a href="/help">Places and services</a>}>Nothing has been written here yet.</EmptyState>
      ) : (
        <FoundList
          level={2}
          things={articles.map(({ code, title, about, helpsWith }) => ({
            href: `/library/${code}`,
            title,
            words: about,
            chips: helpsWith.map((need) => ({ children: wordsFor('needDomain', need) })),
          }))}
        />
      )}
      <Box title="Rather talk to somebody?">
        <div class="od-actions">
          <ButtonLink href="/start">Ask us</ButtonLink>
          <ButtonLink href="/help" look="secondary">
            See places and services
          </ButtonLink>
        </div>
      </Box>
    </Stack>
  </PersonPage>
);

export const ArticlePage = ({
  frame,
  article,
  demo,
}: {
  readonly frame: PersonFrame;
  readonly article: Article;
  readonly demo: boolean;
}) => (
  <PersonPage {...frame} title="To read and try" language="en" direction="ltr" back={{ href: '/library', text: 'All texts' }}>
    <h1>{article.title}</h1>
    <Lead>{article.about}</Lead>
    <Stack gap="l">
      <Prose>
        {article.parts.map(({ heading, text, steps }, at) => (
          <section key={at}>
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
      <SmallPrint>
        {[
          `Written on ${saidDate(article.writtenOn)}.`,
          article.reviewedBy ? `Read and approved by ${article.reviewedBy}.` : 'No clinician has read it yet.',
          demo ? '(demo)' : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </SmallPrint>
      <div class="od-actions">
        <ButtonLink href="/start">Ask us for help</ButtonLink>
        <ButtonLink href="/help" look="secondary">
          See places and services
        </ButtonLink>
      </div>
    </Stack>
  </PersonPage>
);
