const { join } = require('node:path');
const { readdirSync } = require('node:fs');

// A note links the claims, questions and steps that it names, so what the bundler made of it is old when a lesson has changed.
module.exports = function (source) {
  const lessons = join(__dirname, '..', '..', 'lessons');
  this.addContextDependency(lessons);
  for (const folder of readdirSync(lessons))
    for (const file of ['lesson.ts', 'quiz.ts', 'theory.md']) this.addDependency(join(lessons, folder, file));
  return source;
};
