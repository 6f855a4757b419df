// Docusaurus loads the configuration through jiti, which turns `import()` into a cached `require` and cannot read `import.meta`.
// Node itself does neither, and strips types by itself.
module.exports = (url) => import(url);
