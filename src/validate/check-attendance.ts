import type { Block } from '../markdown/parse-blocks.ts';
import type { Complain } from './complaint.ts';
import { oneLine } from './read-headings.ts';

/** `PRESENT: Mr Hill`, `**Also present:**`, `**Apologies**` alone on a line. */
const attendance = /^(?:ALSO )?(?:PRESENT|IN ATTENDANCE|APOLOGIES(?: FOR ABSENCE)?)\s*(?::|$)/i;

/** Attendance has one home, the front matter: in the text nobody could search or count it. */
export function checkAttendance(blocks: readonly Block[], complain: Complain): void {
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue;
    if (attendance.test(oneLine(block.text)) || attendance.test(oneLine(block.boldLine))) {
      complain(
        block.start,
        'attendance-in-text',
        'Attendance stands in the text, where nobody can search or count it.',
        'Move the names into the front matter, one a line, under `present:`, `apologies:` or `in_attendance:`.',
      );
    }
  }
}
