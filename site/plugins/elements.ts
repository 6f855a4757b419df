import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

type Props = Readonly<Record<string, string>>;

/** A component on a line of its own. Props are texts; what is more than a text travels as JSON. */
export function block(name: string, props: Props, requires: Readonly<Record<string, string>> = {}): MdxJsxFlowElement {
  return { type: 'mdxJsxFlowElement', name, attributes: [...attributes(props), required(requires)].flat(), children: [] };
}

/** A component within a line. */
export function inline(name: string, props: Props): MdxJsxTextElement {
  return { type: 'mdxJsxTextElement', name, attributes: attributes(props), children: [] };
}

const attributes = (props: Props): MdxJsxAttribute[] =>
  Object.entries(props).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value }));

/** A prop `files={{ treatment: require('./traces/x.jsonl') }}`: the bundler publishes each file and puts its address there. */
function required(files: Readonly<Record<string, string>>): MdxJsxAttribute[] {
  const entries = Object.entries(files);
  if (entries.length === 0) return [];
  const literal = (value: string) => ({ type: 'Literal' as const, value, raw: JSON.stringify(value) });
  const properties = entries.map(([key, path]) => ({
    type: 'Property' as const,
    kind: 'init' as const,
    method: false,
    shorthand: false,
    computed: false,
    key: literal(key),
    value: {
      type: 'CallExpression' as const,
      optional: false,
      callee: { type: 'Identifier' as const, name: 'require' },
      arguments: [literal(path)],
    },
  }));
  const expression = { type: 'ObjectExpression' as const, properties };
  const estree = {
    type: 'Program' as const,
    sourceType: 'module' as const,
    comments: [],
    body: [{ type: 'ExpressionStatement' as const, expression }],
  };
  return [
    {
      type: 'mdxJsxAttribute',
      name: 'files',
      value: { type: 'mdxJsxAttributeValueExpression', value: '', data: { estree } },
    } as MdxJsxAttribute,
  ];
}
