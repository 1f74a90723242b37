import type * as z from 'zod';
import type { FieldPath } from '../model/source.ts';

/** What of a zod schema leads to the schemas within it. */
interface SchemaDefinition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: { readonly [field: string]: z.ZodType };
}

/** The names of the fields that may stand at a place of front matter: at its top, under `contact`, in an entry of `contacts`. */
export function fieldsAt(schema: z.ZodType, path: FieldPath): readonly string[] {
  const definition = schema.def as unknown as SchemaDefinition;
  const [step, ...rest] = path;
  if (definition.innerType !== undefined) return fieldsAt(definition.innerType, path);
  if (definition.in !== undefined) return fieldsAt(definition.in, path);
  if (definition.options !== undefined) return definition.options.flatMap((option) => fieldsAt(option, path));
  if (definition.element !== undefined && typeof step === 'number') return fieldsAt(definition.element, rest);
  if (definition.shape === undefined) return [];
  if (step === undefined) return Object.keys(definition.shape);
  const field = definition.shape[step];
  return field === undefined ? [] : fieldsAt(field, rest);
}
