type Schema = Readonly<Record<string, unknown>>;

/** A schema in lines that can be compared: one for each field or property, and one for each rule of the whole. No line comes twice. */
export function linesOf(schema: Schema): readonly string[] {
  const { type, name, fields, properties, $schema: _, ...rest } = schema;
  const rules = Object.entries(rest).map(([key, value]) => `${key}: ${short(value)}`);
  if (Array.isArray(fields)) return [`record ${String(name)}`, ...fields.map((field: Schema) => avroLine(field)), ...rules];
  return [
    `${String(type)}`,
    ...Object.entries((properties ?? {}) as Schema).map(([key, value]) => `${key}: ${short(value)}`),
    ...rules,
  ];
}

function avroLine({ name, type, ...rest }: Schema): string {
  const more = Object.entries(rest).map(([key, value]) => `, ${key} ${short(value)}`);
  return `${String(name)}: ${typeName(type)}${more.join('')}`;
}

function typeName(type: unknown): string {
  if (typeof type === 'string') return type;
  if (Array.isArray(type)) return type.map(typeName).join(' or ');
  const { type: kind, symbols, default: otherwise } = type as { type: string; symbols?: string[]; default?: string };
  return `${kind} ${symbols?.join(' ') ?? ''}${otherwise === undefined ? '' : `, default ${otherwise}`}`;
}

const short = (value: unknown): string => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return Object.entries(value)
    .map(([key, each]) => (key === 'type' ? String(each) : `${key} ${JSON.stringify(each)}`))
    .join(', ');
};
