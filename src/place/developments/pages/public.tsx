/** Consultations as everybody reads them: what is asked, one document with what came of it, and the log of proposals. */
import { Details, Inset } from '../../../design/components/asides.tsx';
import { ButtonLink } from '../../../design/components/button.tsx';
import { Box, CareBox } from '../../../design/components/care-box.tsx';
import { Chips, type ChipTone } from '../../../design/components/chip.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { FoundList, SmallPrint } from '../../../design/components/found-list.tsx';
import { SectionTitle } from '../../../design/components/heading.tsx';
import { Lead, Prose, Stack } from '../../../design/components/layouts.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import { localDate } from '../../../platform/clock.ts';
import { type Language, languageFacts } from '../../../platform/language/languages.ts';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import {
  authorOf,
  type Consultation,
  type ConsultationStage,
  type Proposal,
  type ProposalState,
  type PublishedText,
  stageOf,
} from '../model.ts';
import type { ConsultingTexts } from '../texts.ts';

/** What stands around a public page, and how it speaks. */
export interface Public {
  readonly frame: PersonFrame;
  readonly texts: ConsultingTexts;
  /** The separately written Easy Read. */
  readonly easy: boolean;
  /** A date as the reader’s language says it. */
  readonly said: (when: Date | string) => string;
  readonly now: Date;
}

/** The tag of words that are not in the language of the page. */
export const speaks = (frame: PersonFrame, language: Language): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } | undefined =>
  frame.language === language ? undefined : { lang: languageFacts[language].lang, dir: languageFacts[language].direction };

const stageWords = ({ texts, said }: Public, { opensOn, closesOn }: Consultation, stage: ConsultationStage): string => {
  switch (stage) {
    case 'announced':
      return texts.stage.announced({ date: said(opensOn) });
    case 'open':
      return texts.stage.open({ date: said(closesOn) });
    case 'heard':
      return texts.stage.heard;
    default:
      return texts.stage.closed({ date: said(closesOn) });
  }
};
const tone = (stage: ConsultationStage): ChipTone => (stage === 'open' ? 'ok' : stage === 'heard' ? 'brand' : 'neutral');

export interface Listed {
  readonly consultation: Consultation;
  readonly text: PublishedText;
}

export const ListPage = (page: Public & { readonly listed: readonly Listed[]; readonly proposals: boolean }) => {
  const { frame, texts, easy, now, listed, proposals } = page;
  return (
    <PersonPage {...frame} title={texts.list.title} easy={easy}>
      <h1>{texts.list.title}</h1>
      <Lead>{texts.list.lead}</Lead>
      <Stack gap="l">
        {listed.length === 0 ? (
          <EmptyState>{texts.list.none}</EmptyState>
        ) : (
          <FoundList
            level={2}
            things={listed.map(({ consultation, text }) => {
              const stage = stageOf(consultation, localDate(now));
              return {
                href: `/have-your-say/${consultation.id}`,
                title: text.title,
                words: text.inShort,
                speaks: speaks(frame, consultation.language),
                chips: [{ tone: tone(stage), children: stageWords(page, consultation, stage) }],
              };
            })}
          />
        )}
        {proposals ? (
          <div class="od-actions">
            <ButtonLink href="/have-your-say/proposals" look="secondary">
              {texts.list.proposals}
            </ButtonLink>
          </div>
        ) : null}
      </Stack>
    </PersonPage>
  );
};

/** Words that are told in paragraphs, as a manager typed them. */
const Paragraphs = ({ words }: { readonly words: string }) => (
  <>
    {words.split(/\n\s*\n/).map((paragraph, at) => (
      <p key={at}>{paragraph}</p>
    ))}
  </>
);

export const Emergency = ({ frame, texts }: Pick<Public, 'frame' | 'texts'>) => (
  <CareBox
    title={texts.emergency.title}
    routes={[
      ...frame.helpNow.map(({ text, href }) => ({
        icon: href.startsWith('sms') ? ('chat' as const) : ('phone' as const),
        action: text,
        href,
      })),
      { icon: 'people', action: texts.emergency.ask, href: '/start' },
    ]}
  >
    <p>{texts.emergency.lead}</p>
  </CareBox>
);

export interface DocumentView {
  readonly consultation: Consultation;
  readonly text: PublishedText;
  /** The newest first. */
  readonly texts: readonly PublishedText[];
}

export const DocumentPage = (page: Public & { readonly view: DocumentView }) => {
  const { frame, texts, easy, said, now, view } = page;
  const { consultation, text } = view;
  const own = speaks(frame, consultation.language);
  const stage = stageOf(consultation, localDate(now));
  const here = `/have-your-say/${consultation.id}`;
  const newest = view.texts[0] ?? text;
  const old = text.number !== newest.number;
  return (
    <PersonPage {...frame} title={texts.list.title} easy={easy} back={{ href: '/have-your-say', text: texts.page.back }}>
      <h1 {...own}>{text.title}</h1>
      <p class="od-lead" {...own}>
        {text.inShort}
      </p>
      <Stack gap="l">
        <Chips chips={[{ tone: tone(stage), children: stageWords(page, consultation, stage) }]} />
        {old ? (
          <Inset>
            <p>
              {texts.page.thisIsOld({ date: said(text.publishedAt) })} <a href={here}>{texts.page.newest}</a>
            </p>
          </Inset>
        ) : null}
        {own ? <p>{texts.page.doc({ language: languageFacts[consultation.language].text })}</p> : null}
        {stage === 'heard' && !old ? (
          <section aria-labelledby="heard">
            <SectionTitle id="heard" title={texts.page.heard} />
            <div {...own}>
              <Prose>
                <Paragraphs words={consultation.heard} />
              </Prose>
            </div>
          </section>
        ) : null}
        <section aria-labelledby="document">
          {stage === 'heard' && !old ? <SectionTitle id="document" title={texts.page.document} /> : null}
          <div {...own} {...(stage === 'heard' && !old ? {} : { id: 'document' })}>
            <Prose>
              {text.sections.map(({ heading, paragraphs }, at) => (
                <section key={at}>
                  {heading ? <h2>{heading}</h2> : null}
                  {paragraphs.map((paragraph, index) => (
                    <p key={index}>{paragraph}</p>
                  ))}
                </section>
              ))}
            </Prose>
          </div>
        </section>
        {stage === 'open' && !old ? (
          <div class="od-actions">
            <ButtonLink href={`${here}/answer`}>{texts.page.answer}</ButtonLink>
            <ButtonLink href={`${here}/back`} look="secondary">
              {texts.page.carryOn}
            </ButtonLink>
          </div>
        ) : (
          <Details summary={texts.page.asked}>
            <ol {...own}>
              {(consultation.questions ?? []).map(({ text: asked, choices }) => (
                <li key={asked}>
                  {asked}
                  {choices.length > 0 ? (
                    <ul>
                      {choices.map((choice) => (
                        <li key={choice}>{choice}</li>
                      ))}
                    </ul>
                  ) : null}
                </li>
              ))}
            </ol>
          </Details>
        )}
        <Stack gap="s">
          {view.texts.map(({ number, corrected, publishedAt }) => (
            <p key={number} class="od-small-print">
              {number === 1 ? (
                texts.page.wrote({ date: said(publishedAt) })
              ) : (
                <>
                  {texts.page.correctedOn({ date: said(publishedAt), what: '' })} <span {...own}>{corrected}</span>
                </>
              )}{' '}
              {number < newest.number ? <a href={`${here}/text/${number}`}>{texts.page.earlier({ date: said(publishedAt) })}</a> : null}
            </p>
          ))}
        </Stack>
        {stage === 'open' ? <Emergency frame={frame} texts={texts} /> : null}
      </Stack>
    </PersonPage>
  );
};

export const ThanksPage = ({ frame, texts, easy, said, consultation }: Public & { readonly consultation: Consultation }) => (
  <PersonPage {...frame} title={texts.list.title} easy={easy}>
    <h1>{texts.thanks.title}</h1>
    <Lead>{texts.thanks.lead({ date: said(consultation.closesOn) })}</Lead>
    <Stack gap="l">
      <div class="od-actions">
        <ButtonLink href={`/have-your-say/${consultation.id}`} look="secondary">
          {texts.thanks.read}
        </ButtonLink>
      </div>
      <Emergency frame={frame} texts={texts} />
    </Stack>
  </PersonPage>
);

const proposalTones: Readonly<Record<ProposalState, ChipTone>> = {
  proposed: 'neutral',
  considered: 'neutral',
  agreed: 'brand',
  not_agreed: 'neutral',
  done: 'ok',
  result: 'ok',
};

interface Log extends Public {
  readonly proposals: readonly Proposal[];
  /** Address of those before these. */
  readonly next: string | undefined;
}

export const ProposalsPage = ({ frame, texts, easy, said, proposals, next }: Log) => {
  const own = speaks(frame, 'en');
  const words = texts.proposals;
  return (
    <PersonPage {...frame} title={texts.list.title} easy={easy} back={{ href: '/have-your-say', text: texts.page.back }}>
      <h1>{words.title}</h1>
      <Lead>{words.lead}</Lead>
      {proposals.length === 0 ? <EmptyState>{words.none}</EmptyState> : null}
      <Stack gap="l">
        {proposals.map((proposal) => (
          <Box key={proposal.id}>
            <h2 class="od-box__title" {...own}>
              {proposal.title}
            </h2>
            <SmallPrint>{words.by({ who: authorOf(proposal), date: said(proposal.createdAt) })}</SmallPrint>
            <Chips chips={[{ tone: proposalTones[proposal.state], children: words.states[proposal.state] }]} />
            <Prose>
              <p {...own}>{proposal.words}</p>
              <p>
                <strong>{words.why}:</strong> <span {...own}>{proposal.why}</span>
              </p>
              {proposal.reason ? (
                <p>
                  <strong>{words.decision}:</strong> <span {...own}>{proposal.reason}</span>
                </p>
              ) : null}
              {proposal.resultOn ? (
                <p>
                  <strong>{words.result({ date: said(proposal.resultOn) })}:</strong> <span {...own}>{proposal.result}</span>
                </p>
              ) : null}
            </Prose>
          </Box>
        ))}
      </Stack>
      <Pager next={next} label={words.older} />
    </PersonPage>
  );
};
