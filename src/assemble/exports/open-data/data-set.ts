import * as z from 'zod';
import type { Lines } from '../../../model/made.ts';

/**
 * One of the files of the open data. The schemas of its records are the type that the code must give, the JSON Schema
 * that is published and the table on the page of documentation: they cannot say different things.
 */
export interface DataSet {
  /** Of its files: `meetings` for meetings.json and meetings.schema.json. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** More than one where a record has one of several shapes. */
  readonly shapes: readonly DataShape[];
}

/** A shape of a record. */
export interface DataShape {
  readonly name: string;
  readonly schema: z.ZodObject;
}

/** A data set with its records, each a line of JSON, meeting by meeting. */
export interface FilledDataSet {
  readonly set: DataSet;
  readonly parts: readonly Lines[];
}

/** An address on this site. */
export const url = z.url();

/** A day, `yyyy-mm-dd`. */
export const day = z.iso.date();

/** The day that a paper was made public, or that the record does not say. */
export const publishedDay = z.union([day, z.literal('not-recorded')]);

/** The name that a record is known by, for as long as its address lasts. */
export const recordId = z.string().regex(/^[a-z0-9-]+(?:\/[A-Za-z0-9._-]+)*$/);
