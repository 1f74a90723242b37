import * as z from 'zod';
import type { PublicBodyHead, PublicMeeting } from '../../../model/publication.ts';
import { absoluteUrlOf, minutesAddress, reportAddress } from '../../addresses.ts';
import type { AnchoredMinute } from '../../anchor-minutes.ts';
import { decisionsOf } from '../../anchor-minutes.ts';
import type { Assembly } from '../../assembly.ts';
import { findPaper, isSameCode } from '../../papers-of-item.ts';
import { meetingId } from '../export-addresses.ts';
import type { DataSet } from './data-set.ts';
import { recordId, url } from './data-set.ts';
import type { ListedItem } from './listed-items.ts';
import { listItems } from './listed-items.ts';

const anyItem = {
  id: recordId.describe('The name of the item in other files'),
  body: recordId.describe('The body that met, an id of bodies.json'),
  meeting: recordId.describe('The meeting, an id of meetings.json'),
  title: z.string().describe('What it is called on the agenda, or in the minutes where no agenda is held'),
  url: url.describe('Where it stands on the page of its meeting'),
};

const openSchema = z.strictObject({
  ...anyItem,
  withheld: z.literal(false).describe('false'),
  number: z.string().optional().describe('Its number: B2, or 7'),
  part: z.string().optional().describe('The letter of the part of the agenda that it is in'),
  lead: z.string().optional().describe('Who leads on it'),
  topic: z.string().optional().describe('What it belongs to, meeting after meeting'),
  topicUrl: url.optional().describe('The history of that topic, where it came back'),
  urgent: z.string().optional().describe('Why it was taken as urgent'),
  papers: z.array(recordId).describe('Its public papers, ids of papers.json'),
  minute: url.optional().describe('The record of it in the minutes'),
  minuteNumber: z.string().optional().describe('The number of that minute'),
  resolutions: z.array(recordId).describe('What was resolved on it, ids of resolutions.json'),
});

const withheldSchema = z.strictObject({
  ...anyItem,
  withheld: z
    .literal(true)
    .describe('true: the item is restricted, and no more of it is published than is here'),
  number: z.string().describe('Its number: D1'),
  summary: url
    .optional()
    .describe('What was written of it for the public in the minutes, where something was'),
  resolutions: z
    .array(recordId)
    .optional()
    .describe('What that summary says was resolved, ids of resolutions.json'),
});

type ItemRecord = z.infer<typeof openSchema> | z.infer<typeof withheldSchema>;

/**
 * The items of every meeting. Of a withheld one: its number, its title as the public agenda prints it, that it is withheld, and
 * where the minutes have a summary of it for the public.
 */
export const itemsData: DataSet = {
  name: 'items',
  title: 'Items',
  description:
    'The items of each meeting, in the order of its agenda. Of a restricted item there is its number and title, and what the minutes say of it for the public.',
  shapes: [
    { name: 'open item', schema: openSchema },
    { name: 'withheld item', schema: withheldSchema },
  ],
};

/** The items of a meeting as records. Looks at the topics that they belong to, and at the papers that they name of other meetings. */
export function itemRecords(assembly: Assembly, body: PublicBodyHead, meeting: PublicMeeting): ItemRecord[] {
  return listItems(meeting).map((item) => itemRecord(assembly, body, meeting, item));
}

function itemRecord(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  listed: ListedItem,
): ItemRecord {
  const common = {
    id: `${meetingId(meeting)}/${listed.name}`,
    body: body.slug,
    meeting: meetingId(meeting),
    title: listed.title,
    url: absoluteUrlOf(assembly.site, listed.address),
  };
  if (listed.access === 'withheld') {
    return { ...common, withheld: true, number: listed.code, ...summaryFields(assembly, meeting, listed) };
  }
  const { item, minute, part, code } = listed;
  const number = minute?.minute.access === 'open' ? minute.minute.number : undefined;
  return {
    ...common,
    withheld: false,
    ...(code === undefined ? {} : { number: code }),
    ...(part === undefined ? {} : { part }),
    ...(item?.lead === undefined ? {} : { lead: item.lead }),
    ...topicFields(assembly, meeting, listed),
    ...(item?.urgent === undefined ? {} : { urgent: item.urgent }),
    papers: papersOfItem(assembly, body, meeting, listed),
    ...(minute === undefined
      ? {}
      : { minute: absoluteUrlOf(assembly.site, `${minutesAddress(meeting)}#${minute.anchor}`) }),
    ...(number === undefined ? {} : { minuteNumber: number }),
    resolutions: minute === undefined ? [] : resolutionsOf(meeting, minute),
  };
}

function summaryFields(
  { site }: Assembly,
  meeting: PublicMeeting,
  { summary }: Extract<ListedItem, { access: 'withheld' }>,
): { readonly summary?: string; readonly resolutions?: string[] } {
  if (summary === undefined) return {};
  return {
    summary: absoluteUrlOf(site, `${minutesAddress(meeting)}#${summary.anchor}`),
    resolutions: resolutionsOf(meeting, summary),
  };
}

function resolutionsOf(meeting: PublicMeeting, minute: AnchoredMinute): string[] {
  return decisionsOf(minute)
    .filter(({ decision }) => decision.kind === 'resolution')
    .map(({ anchor }) => `${meetingId(meeting)}/${anchor}`);
}

/** The topic that the site found, else the one that an officer wrote. */
function topicFields(
  { site, historyOfItem, historyOfMinute }: Assembly,
  meeting: PublicMeeting,
  { item, minute, address }: Extract<ListedItem, { access: 'open' }>,
): { readonly topic?: string; readonly topicUrl?: string } {
  const history =
    item === undefined
      ? historyOfMinute(meeting, minute?.anchor ?? '')
      : historyOfItem(meeting, address.split('#')[1] ?? '');
  if (history === undefined) return item?.topic === undefined ? {} : { topic: item.topic };
  return { topic: history.topic.text, topicUrl: new URL(history.topic.href, site.url).href };
}

/** A public paper of an item: its id, and the address of its page. */
export interface PaperOfItem {
  readonly id: string;
  readonly address: string;
}

/** The ids of an item's public papers. */
export function papersOfItem(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  item: Extract<ListedItem, { access: 'open' }>,
): string[] {
  return findPapersOfItem(assembly, body, meeting, item).map(({ id }) => id);
}

/** An item's public papers: as its agenda lists them, else the reports that name it. */
export function findPapersOfItem(
  assembly: Assembly,
  body: PublicBodyHead,
  meeting: PublicMeeting,
  { item, code }: Extract<ListedItem, { access: 'open' }>,
): PaperOfItem[] {
  const ofReport = (of: PublicMeeting, name: string): PaperOfItem => ({
    id: `${meetingId(of)}/${name}`,
    address: reportAddress(of, name),
  });
  if (item === undefined) {
    return meeting.reports
      .filter((report) => isSameCode(report.item, code))
      .map((report) => ofReport(meeting, report.name));
  }
  return item.papers.flatMap((reference) => {
    const found = findPaper(assembly, body, reference);
    if (found === undefined) return [];
    return found.kind === 'report'
      ? [ofReport(found.meeting, found.report.name)]
      : [{ id: `${meetingId(found.meeting)}/minutes`, address: minutesAddress(found.meeting) }];
  });
}
