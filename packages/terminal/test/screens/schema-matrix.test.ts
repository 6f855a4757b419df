import { schemaMatrix } from '@proving/replay';
import { type ChangeRow, type Level, parseCompatibility } from '@proving/spec';
import { describe, expect, it } from 'vitest';
import { schemaMatrixFigure } from '../../src/figure/schema-matrix.ts';
import { markdownLines } from '../../src/markdown/render.ts';
import { type Paper, paperOf } from '../../src/paper.ts';
import { widthOf } from '../../src/text.ts';

const row = (change: string, ...taken: readonly Level[]): ChangeRow => ({
  format: 'AVRO',
  change,
  history: [{ name: 'Order' }, { name: 'Order' }],
  taken: ['NONE', ...taken],
});
const head = { registry: 'Apicurio 3.3.3', asked: '2026-11-21', levels: ['NONE', 'BACKWARD', 'BACKWARD_TRANSITIVE'] as Level[] };
const rows = [
  row('int-to-long', 'BACKWARD', 'BACKWARD_TRANSITIVE'),
  row('field-renamed'),
  row('default-removed-after-two-steps', 'BACKWARD', 'FORWARD', 'FORWARD_TRANSITIVE', 'FULL'),
];
const matrix = schemaMatrix({ ...head, rows });
const on = (columns: number, more: Partial<Parameters<typeof paperOf>[0]> = {}) =>
  paperOf({ columns, colour: false, utf8: true, ...more });
const drawn = (width: number, paper: Paper = on(width)) => `\n${schemaMatrixFigure(matrix, paper, width).join('\n')}\n`;

describe('the schema evolution matrix', () => {
  it('at 70 columns says who goes first', () => {
    expect(drawn(70)).toMatchInlineSnapshot(`
      "
                                         BACKWARD  FORWARD  FULL    first
      int to long                        ✓         ✕        ✕       readers
      field renamed                      ✕         ✕        ✕       nobody
      default removed after two steps    latest    ✓        latest  either

      latest: compared with the latest version alone. Asked of Apicurio
      3.3.3 on 2026-11-21. At NONE all of it passes.
      "
    `);
  });

  it('at 46 columns has short heads', () => {
    expect(drawn(46)).toMatchInlineSnapshot(`
      "
                                    back  forw  full
      int to long                   ✓     ✕     ✕
      field renamed                 ✕     ✕     ✕
      default removed after two     ~     ✓     ~
        steps

      ~: compared with the latest version alone.
      Asked of Apicurio 3.3.3 on 2026-11-21. At NONE
      all of it passes.
      "
    `);
  });

  it('never goes beyond its width', () => {
    for (let width = 30; width <= 72; width++)
      for (const line of schemaMatrixFigure(matrix, on(width), width)) expect(widthOf(line)).toBeLessThanOrEqual(width);
  });

  it('is read aloud in sentences', () => {
    expect(schemaMatrixFigure(matrix, on(72, { aloud: true }), 72)).toEqual([
      'Int to long: passes BACKWARD; readers first.',
      'Field renamed: refused at every level; nobody can go first.',
      'Default removed after two steps: passes; either first. Refused at',
      'BACKWARD_TRANSITIVE and FULL_TRANSITIVE.',
      'Asked of Apicurio 3.3.3 on 2026-11-21. At NONE all of it passes.',
    ]);
  });

  it('stands in a text where a fence holds its lines', () => {
    const lines = [head, ...rows].map((each) => JSON.stringify(each)).join('\n');
    expect(parseCompatibility(lines)).toEqual({ ...head, rows });
    const text = markdownLines(`Before.\n\n\`\`\`matrix format=AVRO\n${lines}\n\`\`\``, on(80), 70);
    expect(text).toEqual(['Before.', '', ...schemaMatrixFigure(matrix, on(80), 76)]);
  });
});
