import * as z from 'zod'
import type { Path } from './spot.ts'

/** The part of a schema that says what stands at `path`; none inside a choice of shapes. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let here: z.ZodType | undefined = schema
  for (const step of path) {
    const whole: z.ZodType | undefined = here && unwrapped(here)
    here = whole instanceof z.ZodArray ? (whole.element as z.ZodType) : shapeOf(whole)?.[String(step)]
  }
  return here && unwrapped(here)
}

/** What an item of the list at `path` is to be. */
export function elementAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  const list = schemaAt(schema, path)
  return list instanceof z.ZodArray ? unwrapped(list.element as z.ZodType) : undefined
}

/** The keys of an entry. */
export function keysOf(schema: z.ZodType | undefined): readonly string[] {
  return Object.keys(shapeOf(schema) ?? {})
}

/** The fields of an entry. */
export function shapeOf(schema: z.ZodType | undefined): Record<string, z.ZodType> | undefined {
  return schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : undefined
}

/** The field itself, where it need not be there. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? unwrapped(schema.unwrap() as z.ZodType) : schema
}
