import * as z from 'zod';
import { textOf } from '../../../markdown/text-of.ts';
import type { PublicBody } from '../../../model/publication.ts';
import { absoluteUrlOf, bodyAddress } from '../../addresses.ts';
import type { Assembly } from '../../assembly.ts';
import { bodyCalendarAddress, bodyFeedAddress } from '../export-addresses.ts';
import type { DataSet } from './data-set.ts';
import { recordId, url } from './data-set.ts';

const contactSchema = z.strictObject({
  name: z.string().optional(),
  role: z.string().optional(),
  organisation: z.string().optional(),
  address: z.string().optional(),
  telephone: z.string().optional(),
  email: z.string().optional(),
  website: z.string().optional(),
});

const memberSchema = z.strictObject({
  name: z.string(),
  also: z.string().optional(),
  for: z.string().optional(),
  role: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});

const bodySchema = z.strictObject({
  id: recordId.describe('The name of the body in other files'),
  title: z.string().describe('What the body is called'),
  url: url.describe('Its page'),
  about: z.string().optional().describe('What it is, in its own words'),
  partOf: z.string().optional().describe('What it belongs to'),
  formerly: z.string().optional().describe('What it was called before'),
  minutesCalled: z.enum(['minutes', 'notes']).describe('What it calls its minutes'),
  members: z
    .array(memberSchema)
    .describe(
      'Members as far as they are recorded: name, also (another form of it), for (whom), role, from and to',
    ),
  partners: z.array(z.string()).describe('Organisations that take part'),
  contact: contactSchema.optional().describe('Whom to ask, in public capacity'),
  meetings: z.int().min(0).describe('How many meetings are published'),
  calendar: url.describe('Its meetings as a calendar (iCalendar)'),
  feed: url.describe('Its newest papers as a feed (Atom)'),
});

type BodyRecord = z.infer<typeof bodySchema>;

/** The committees, boards and partnerships that meet. */
export const bodiesData: DataSet = {
  name: 'bodies',
  title: 'Bodies',
  description: 'The committees, boards and partnerships that meet.',
  shapes: [{ name: 'body', schema: bodySchema }],
};

/** A body as a record; of its meetings it has the number. */
export function bodyRecord({ site }: Assembly, body: PublicBody): BodyRecord {
  const about = textOf(body.about);
  return {
    id: body.slug,
    title: body.title,
    url: absoluteUrlOf(site, bodyAddress(body.slug)),
    ...(about === '' ? {} : { about }),
    ...(body.partOf === undefined ? {} : { partOf: body.partOf }),
    ...(body.formerly === undefined ? {} : { formerly: body.formerly }),
    minutesCalled: body.minutesCalled,
    members: body.members.map((member) => pick(member, memberSchema)),
    partners: [...body.partners],
    ...(body.contact === undefined ? {} : { contact: pick(body.contact, contactSchema) }),
    meetings: body.meetings.length,
    calendar: absoluteUrlOf(site, bodyCalendarAddress(body.slug)),
    feed: absoluteUrlOf(site, bodyFeedAddress(body.slug)),
  };
}

/** The named fields and no others: a field that is added to the publication is not exported by that alone. */
function pick<Shape extends z.ZodObject>(value: z.input<Shape>, schema: Shape): z.output<Shape> {
  return schema.strip().parse(value) as z.output<Shape>;
}
