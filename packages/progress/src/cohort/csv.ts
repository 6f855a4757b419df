/** Rows as CSV (RFC 4180), with a header line. A field that a spreadsheet would take for a formula is led by an apostrophe. */
export function csv(rows: readonly Readonly<Record<string, string | number | boolean>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((fields) => `${fields.map((field) => quoted(field)).join(',')}\r\n`)
    .join('');
}

function quoted(field: string | number | boolean): string {
  const text = typeof field === 'string' && /^[=+\-@\t\r]/.test(field) ? `'${field}` : String(field);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
