import type { Json } from '@proving/spec';

type Observed = Json | undefined;

/** The names of all fields that were measured, in the order in which they come first. One value alone has no name: `''`. */
export function fieldsOf(all: readonly Observed[]): readonly string[] {
  const names = all.flatMap((observed) => (isRecord(observed) ? Object.keys(observed) : observed === undefined ? [] : ['']));
  return [...new Set(names)];
}

export const valueIn = (observed: Observed, field: string): Observed =>
  isRecord(observed) ? observed[field] : field === '' ? observed : undefined;

/** `readAgain` as a reader reads it: "read again". */
export const fieldInWords = (field: string): string =>
  field === '' ? 'measured' : field.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

export function valueInWords(value: Observed): string {
  if (value === undefined) return '–';
  if (value === null) return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((each) => valueInWords(each as Json)).join(', ');
  if (isRecord(value))
    return Object.entries(value)
      .map(([key, each]) => `${key}: ${valueInWords(each)}`)
      .join(', ');
  return typeof value === 'number' ? value.toLocaleString('en') : String(value);
}

const isRecord = (value: Observed): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
