const { dirname, join } = require('node:path');
const { readdirSync } = require('node:fs');

// The bundler keeps what it made of `theory.md` for as long as that file is unchanged, and the page is made of more: the manifest,
// the questions, the quoted code, the traces, the ledger, the table of schema changes.
module.exports = function (source) {
  const folder = dirname(this.resourcePath);
  const inside = (name) => {
    this.addContextDependency(join(folder, name));
    return readdirSync(join(folder, name)).map((file) => join(folder, name, file));
  };
  const notes = ['ledger.jsonl', 'compatibility.jsonl'].map((name) => join(folder, '..', '..', 'notes', name));
  for (const file of [join(folder, 'lesson.ts'), join(folder, 'quiz.ts'), ...notes, ...inside('experiments'), ...inside('traces')])
    this.addDependency(file);
  return source;
};
