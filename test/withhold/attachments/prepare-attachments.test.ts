import { expect, test } from 'vitest';
import type { LinkedAttachment } from '../../../src/model/linked.ts';
import { seal } from '../../../src/model/sealed.ts';
import type { WithheldPiece } from '../../../src/model/withheld.ts';
import { inspectAttachment } from '../../../src/withhold/attachments/prepare-attachment.ts';
import { digestWithheld, judgeAttachments } from '../../../src/withhold/attachments/prepare-attachments.ts';
import { buildPdf, toBytes } from './build-pdf.ts';

function linked(name: string, bytes: Uint8Array): LinkedAttachment {
  const file = 'content/board/2021-11-18/b2-plan.md';
  return { body: 'board', meeting: '2021-11-18', name, bytes, place: { file, line: 7, column: 1 } };
}

function withheldFile(bytes: Uint8Array): readonly WithheldPiece[] {
  const file = 'content/board/2021-11-18/files/secret.pdf';
  const rest = { file, body: 'board', texts: seal([]), names: seal([]), resolutions: 0 };
  return [
    { what: 'attachment', because: 'not linked', bytes: seal(bytes), ...rest },
    { what: 'minute', because: 'restricted part', ...rest },
  ];
}

/** What becomes of linked attachments, when these pieces are withheld. */
async function prepare(requests: readonly LinkedAttachment[], withheld: readonly WithheldPiece[] = []) {
  const inspected = await Promise.all(requests.map(inspectAttachment));
  return judgeAttachments(inspected, await digestWithheld(withheld));
}

test('what may be published is prepared, and what may not is told at the line that links it, all in one run', async () => {
  const requests = [
    linked('plan.pdf', buildPdf()),
    linked('plan.docx', toBytes('PK')),
    linked('figures.csv', toBytes('a,b\n1,2\n')),
  ];
  const { attachments, problems } = await prepare(requests);
  expect(attachments.map(({ name }) => name)).toEqual(['plan.pdf', 'figures.csv']);
  expect(problems.map(({ file, line, code }) => ({ file, line, code }))).toEqual([
    { file: 'content/board/2021-11-18/b2-plan.md', line: 7, code: 'attachment-office-file' },
  ]);
});

test('a withheld file is recognised under the name of a public one', async () => {
  const { attachments, problems } = await prepare([linked('plan.pdf', buildPdf())], withheldFile(buildPdf()));
  expect(attachments).toEqual([]);
  expect(problems.map(({ code }) => code)).toEqual(['attachment-withheld-content']);
});
