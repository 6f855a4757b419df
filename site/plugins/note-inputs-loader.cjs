// A note links the claims, questions and steps that it names, so what the bundler made of it is old when one of those has changed.
// `named.ts` writes them all into one file; a lesson in which another word has changed leaves the notes as they are.
module.exports = function (source) {
  this.addDependency(this.getOptions().named);
  return source;
};
