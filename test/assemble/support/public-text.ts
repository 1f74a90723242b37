import type { Decision, MinuteBlock, PublicMarkdown, PublicText } from '../../../src/model/publication.ts';
import type { Outcome } from '../../../src/model/vocabulary.ts';

/** Words as public text. Only a test may say so by itself. */
export function words(text: string): PublicText {
  return text as PublicText;
}

/** Markdown as public text. */
export function markdown(text = ''): PublicMarkdown {
  return {
    markdown: words(text),
    file: 'content/test.md',
    lines: text.split('\n').map((_line, index) => index + 1),
  };
}

/** A run of text in a minute. */
export function textBlock(text: string): MinuteBlock {
  return { kind: 'text', text: markdown(text) };
}

/** A decision as withhold makes it: its parts by mark. */
export function decision(
  kind: Decision['kind'],
  order: number,
  opening: string,
  parts: readonly [string, string][] = [],
  outcomes: readonly Outcome[] = kind === 'resolution' ? ['noted'] : [],
): Decision {
  return {
    kind,
    order,
    text: markdown([opening, ...parts.map(([mark, part]) => `${mark}. ${part}`)].join('\n\n')),
    opening: markdown(opening),
    parts: parts.map(([mark, part]) => ({
      ...{ mark, printedMark: words(`${mark})`) },
      ...{ text: markdown(part), outcomes },
    })),
    outcomes,
  };
}
