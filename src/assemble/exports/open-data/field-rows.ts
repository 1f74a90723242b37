import * as z from 'zod';
import type { DataShape } from './data-set.ts';

/** A field of a record, as a row of a table. */
export type FieldRow = {
  readonly name: string;
  readonly kind: string;
  readonly presence: 'always' | 'sometimes';
  readonly description: string;
};

interface FieldSchema {
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly FieldSchema[];
  readonly items?: FieldSchema;
}

const known = new WeakMap<DataShape, FieldRow[]>();

/** The fields of a record, read from the schema that is published, so that the table cannot say anything else. */
export function fieldRows(shape: DataShape): readonly FieldRow[] {
  const rows = known.get(shape) ?? readFields(shape);
  known.set(shape, rows);
  return rows;
}

function readFields({ schema }: DataShape): FieldRow[] {
  const { properties, required } = z.toJSONSchema(schema) as {
    readonly properties: { readonly [name: string]: FieldSchema };
    readonly required: readonly string[];
  };
  return Object.entries(properties).map(([name, field]) => ({
    name,
    kind: kindOf(field),
    presence: required.includes(name) ? 'always' : 'sometimes',
    description: field.description ?? '',
  }));
}

/** What a value is, in words. */
function kindOf(field: FieldSchema): string {
  if (field.anyOf !== undefined) return [...new Set(field.anyOf.map(kindOf))].join(' or ');
  if (field.enum !== undefined) return field.enum.join(', ');
  if (field.format === 'uri') return 'address';
  if (field.format === 'date') return 'day';
  if (field.format === 'date-time') return 'moment';
  if (field.type === 'array') return `list of ${field.items?.type === 'object' ? 'records' : 'texts'}`;
  const words: { readonly [type: string]: string } = {
    string: 'text',
    integer: 'whole number',
    boolean: 'true or false',
    object: 'record',
  };
  return words[field.type ?? ''] ?? 'text';
}
