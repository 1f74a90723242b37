import * as z from 'zod';
import { textOf } from '../../../markdown/text-of.ts';
import type { PublicBodyHead, PublicMeeting } from '../../../model/publication.ts';
import { outcomes } from '../../../model/vocabulary.ts';
import { absoluteUrlOf, minutesAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { decisionText } from '../../decision-props.ts';
import type { RegisterEntry } from '../../register.ts';
import { entriesOf } from '../../register.ts';
import { meetingId } from '../export-addresses.ts';
import type { DataSet } from './data-set.ts';
import { day, publishedDay, recordId, url } from './data-set.ts';
import { findPapersOfItem } from './items-data.ts';
import type { ListedItem } from './listed-items.ts';
import { listItems, minuteOf, partOf } from './listed-items.ts';

const outcome = z.enum(outcomes);

const resolutionSchema = z.strictObject({
  id: recordId.describe('The name of the resolution in other files'),
  body: recordId.describe('The body that resolved it, an id of bodies.json'),
  bodyTitle: z.string().describe('What the body is called'),
  meeting: recordId.describe('The meeting, an id of meetings.json'),
  date: day.describe('The day of the meeting'),
  item: z.string().optional().describe('The number of the item'),
  itemId: recordId.describe('The item, an id of items.json'),
  itemTitle: z.string().describe('The title of the item: the words alone may not say what was noted'),
  minute: z.string().optional().describe('The number of the minute'),
  part: z.string().optional().describe('The letter of the part of the agenda that the item is in'),
  text: z.string().describe('The resolution in its own words, without markup'),
  parts: z
    .array(z.strictObject({ mark: z.string(), text: z.string(), outcomes: z.array(outcome), url }))
    .describe('Its lettered parts: mark, text, outcomes and url'),
  outcomes: z.array(outcome).describe('What it did; one resolution can do several things'),
  access: z
    .enum(['open', 'public-summary'])
    .describe(
      'open, or public-summary: from the summary that was written for the public of a restricted item',
    ),
  url: url.describe('Where it stands in the minutes'),
  papers: z.array(recordId).describe('The public papers behind it, ids of papers.json'),
  published: publishedDay
    .optional()
    .describe('The day that the minutes were made public; absent where they do not say'),
});

/** A resolution in the open data. */
export type ResolutionRecord = z.infer<typeof resolutionSchema>;

/** The register of resolutions, newest first. */
export const resolutionsData: DataSet = {
  name: 'resolutions',
  title: 'Resolutions',
  description:
    'What was resolved, newest first, each in its own words and with its item. What was recommended to others, and actions, are in the minutes alone.',
  shapes: [{ name: 'resolution', schema: resolutionSchema }],
};

/** A resolution as a record, and the page of the first paper behind it. */
export interface RecordedResolution {
  readonly record: ResolutionRecord;
  readonly paperUrl?: string;
}

/** The resolutions of a meeting as records. Looks at the papers that their items name of other meetings. */
export function resolutionRecords(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
): RecordedResolution[] {
  const items = listItems(meeting);
  return entriesOf(body, meeting).map((entry) => resolutionRecord(assembly, entry, items));
}

function resolutionRecord(
  assembly: Assembly,
  entry: RegisterEntry,
  items: readonly ListedItem[],
): RecordedResolution {
  const { body, meeting, resolution } = entry;
  const { minute } = entry.minute;
  const { decision } = resolution;
  const address = (anchor: string): string =>
    absoluteUrlOf(assembly.site, `${minutesAddress(meeting)}#${anchor}`);
  // Every minute has its item, if only as itself.
  const item = items.find((each) => minuteOf(each)?.anchor === entry.minute.anchor)!;
  const open = item.access === 'open' ? item : undefined;
  const number = minute.access === 'open' ? minute.number : undefined;
  const part = open?.part ?? partOf(minute);
  const published = meeting.minutes?.published;
  const papers = open === undefined ? [] : findPapersOfItem(assembly, body, meeting, open);
  const record: ResolutionRecord = {
    id: `${meetingId(meeting)}/${resolution.anchor}`,
    body: body.slug,
    bodyTitle: body.title,
    meeting: meetingId(meeting),
    date: meeting.date,
    ...(minute.code === undefined ? {} : { item: minute.code }),
    itemId: `${meetingId(meeting)}/${item.name}`,
    itemTitle: minute.title,
    ...(number === undefined ? {} : { minute: number }),
    ...(part === undefined ? {} : { part }),
    text: decisionText(decision),
    parts: resolution.parts.map((each) => ({
      mark: each.part.mark,
      text: textOf(each.part.text),
      outcomes: [...each.part.outcomes],
      url: address(each.anchor),
    })),
    outcomes: [...decision.outcomes],
    access: minute.access === 'open' ? 'open' : 'public-summary',
    url: address(resolution.anchor),
    papers: papers.map(({ id }) => id),
    ...(published === undefined ? {} : { published }),
  };
  const [first] = papers;
  return first === undefined ? { record } : { record, paperUrl: absoluteUrlOf(assembly.site, first.address) };
}
