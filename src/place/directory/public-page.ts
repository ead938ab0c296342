// What a public page of the directory is given of its request: the frame around it and how it speaks, in what the reader chose.
import { languageOfReading } from '../../platform/language/languages.ts';
import type { Context } from '../../platform/web/context.ts';
import type { Public } from './pages/public.tsx';
import { directoryTexts } from './texts.ts';

export function publicPage(context: Pick<Context, 'reading' | 'approved' | 'frame'>): Public {
  const language = languageOfReading(context.reading ?? 'en');
  return {
    frame: context.frame(language),
    speech: { language, texts: directoryTexts(context.reading, context.approved(language)) },
    easy: context.reading === 'easy-read',
  };
}
