import type MarkdownIt from 'markdown-it';
import type { MarkdownEnvironment } from './environment.ts';

/** The containers that an officer may write; `withheld` is what the withhold stage puts where it cut. */
export const containerNames = ['exempt', 'public-summary', 'lang', 'withheld'] as const;

/** One of `containerNames`. */
export type ContainerName = (typeof containerNames)[number];

/** A line that opens a container: three colons, a space, its name, and what the name asks for. */
export const containerOpening = /^::: ([a-z-]+)(?: (.*\S))?\s*$/;

/** A line that closes one. */
const containerClosing = /^:::\s*$/;

/**
 * Plugin: `::: name words` to `:::`, at the top of a paper only: never in a list, quote or table, and never one in
 * another, so that where a passage ends can be read from the lines alone.
 */
export function parseContainers(markdown: MarkdownIt): void {
  markdown.block.ruler.before(
    'fence',
    'container',
    (state, startLine, endLine, silent) => {
      if (state.level !== 0 || state.blkIndent !== 0 || state.sCount[startLine] !== 0) return false;
      const lineText = (line: number): string => state.src.slice(state.bMarks[line], state.eMarks[line]);
      const opening = containerOpening.exec(lineText(startLine));
      if (opening === null) return false;
      if (silent) return true;
      const environment = state.env as MarkdownEnvironment;
      const name = opening[1]!;
      if (!(containerNames as readonly string[]).includes(name)) {
        environment.findings.push({ code: 'container-unknown', line: startLine });
      }
      let closing = startLine + 1;
      while (closing < endLine && !containerClosing.test(lineText(closing))) closing += 1;
      if (closing >= endLine) environment.findings.push({ code: 'container-open', line: startLine });

      const open = state.push('container_open', 'div', 1);
      open.block = true;
      open.info = name;
      open.content = opening[2] ?? '';
      open.map = [startLine, Math.min(closing + 1, endLine)];
      const { parentType, lineMax } = state;
      state.lineMax = closing;
      state.md.block.tokenize(state, startLine + 1, closing);
      state.parentType = parentType;
      state.lineMax = lineMax;
      const close = state.push('container_close', 'div', -1);
      close.block = true;
      close.info = name;
      state.line = Math.min(closing + 1, endLine);
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}
