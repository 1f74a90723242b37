import * as z from 'zod';
import type { OutputFile } from '../../../model/page.ts';
import { absoluteUrlOf } from '../../addresses.ts';
import type { SiteAssembly } from '../../assembly.ts';
import { dataFileAddress } from '../export-addresses.ts';
import { jsonListFile } from '../json-lines.ts';
import { jsonFile } from '../text-file.ts';
import type { DataSet, FilledDataSet } from './data-set.ts';
import { day, url } from './data-set.ts';

/** The file of a data set, and the JSON Schema (draft 2020-12) that it keeps to. */
export function dataSetFiles(assembly: SiteAssembly, filled: FilledDataSet): OutputFile[] {
  const { set } = filled;
  const $id = absoluteUrlOf(assembly.site, schemaAddressOf(set));
  return [
    dataSetFile(assembly, dataFileAddress(`${set.name}.json`), filled),
    jsonFile(schemaAddressOf(set), { $id, title: set.title, ...jsonSchemaOf(set) }),
  ];
}

/** Records of a data set, all or some, as a file that keeps to the set's schema. */
export function dataSetFile(
  { site, publication }: SiteAssembly,
  address: string,
  { set, parts }: FilledDataSet,
): OutputFile {
  const head = {
    $schema: absoluteUrlOf(site, schemaAddressOf(set)),
    title: set.title,
    publisher: site.name,
    documentation: absoluteUrlOf(site, dataFileAddress('')),
    date: publication.date,
  };
  return jsonListFile(address, head, set.name, parts);
}

function schemaAddressOf({ name }: DataSet): string {
  return dataFileAddress(`${name}.schema.json`);
}

const jsonSchemas = new WeakMap<DataSet, object>();

/** Made once for each data set: it is the same on every site. */
function jsonSchemaOf(set: DataSet): object {
  const known = jsonSchemas.get(set);
  if (known !== undefined) return known;
  const made = z.toJSONSchema(fileSchema(set));
  jsonSchemas.set(set, made);
  return made;
}

function fileSchema(set: DataSet): z.ZodObject {
  const [first, ...others] = set.shapes.map((shape) => shape.schema);
  const record =
    first === undefined || others.length === 0 ? first : z.discriminatedUnion('withheld', [first, ...others]);
  return z.strictObject({
    $schema: url.describe('This schema'),
    title: z.string(),
    publisher: z.string().describe('The site that publishes it'),
    documentation: url,
    date: day.describe('The day of the build: what is to be published later is not in it'),
    [set.name]: z.array(record ?? z.never()).describe(set.description),
  });
}
