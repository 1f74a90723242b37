import { describe, expect, it } from 'vitest';
import { findTableFaults } from '../../../src/withhold/attachments/find-table-faults.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const control = 'Road,Cost\nHigh Street,"1,200.00"\n';

describe('findTableFaults', () => {
  it.each([
    ['a table', control],
    ['a byte order mark', `\ufeff${control}`],
    ['lines as Windows ends them', control.replaceAll('\n', '\r\n')],
    ['lines as old programs end them', control.replaceAll('\n', '\r')],
    ['no end of the last line', 'Road,Cost'],
    ['a quotation mark in a cell', 'Road,"the ""high"" road\nand bridge"'],
    ['numbers with a sign', '-1,+2.5,-£3,"-1,200.00",-5%,+44 1622 000000,+44 (0)1622 000000,-,(3)'],
    ['£, é and ŵ', '£5,é,ŵ'],
  ])('lets through %s', (_, text) => {
    expect(findTableFaults(bytesOf(text))).toEqual({ text: text.replace('\ufeff', ''), faults: [] });
  });

  it.each([
    ['=1+1', 'attachment-csv-formula'],
    ['"=HYPERLINK(""https://x.org"")"', 'attachment-csv-formula'],
    ['+cmd|x', 'attachment-csv-formula'],
    ['-2+3+cmd|x', 'attachment-csv-formula'],
    ['@SUM(1)', 'attachment-csv-formula'],
    ['  =1', 'attachment-csv-formula'],
    ['\t=1', 'attachment-csv-formula'],
    ['- see note', 'attachment-csv-formula'],
    ['zero\u200bwidth', 'attachment-csv-control-character'],
    ['turned \u202eround', 'attachment-csv-control-character'],
    ['a\u0000b', 'attachment-csv-control-character'],
    ['private \ue000', 'attachment-csv-control-character'],
  ])('refuses the cell %j as %s, naming its place and not its words', (cell, code) => {
    expect(findTableFaults(bytesOf(`${control}Low Road,${cell}\n`)).faults).toEqual([
      { code, where: 'row 3, cell 2' },
    ]);
  });

  it('names the first of each fault', () => {
    expect(findTableFaults(bytesOf('=1,=2\n\u200b,\u200b')).faults).toEqual([
      { code: 'attachment-csv-formula', where: 'row 1, cell 1' },
      { code: 'attachment-csv-control-character', where: 'row 2, cell 1' },
    ]);
  });

  it.each(['"open', '"a"b,c', 'a"b'])('refuses quotation marks that do not fit: %s', (text) => {
    expect(findTableFaults(bytesOf(text)).faults).toEqual([{ code: 'attachment-csv-unreadable' }]);
  });

  it.each([
    ['Windows-1252', Buffer.from('£5', 'latin1')],
    ['UTF-16', Buffer.from('\ufeffRoad', 'utf16le')],
  ])('refuses a table in %s', (_, bytes) => {
    expect(findTableFaults(bytes)).toEqual({ text: '', faults: [{ code: 'attachment-csv-not-utf-8' }] });
  });

  it('reads a table of 100,000 rows', () => {
    expect(findTableFaults(bytesOf('a,"b",c\n'.repeat(100_000))).faults).toEqual([]);
  });
});
