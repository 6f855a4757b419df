// What a page runs before it can be used takes 40 ms in one piece, on a phone four times as long, and a finger that scrolls
// meanwhile waits. Piece by piece it does not. The last piece is Docusaurus' own entry; it finds the others there.
const pieces = [
  () => import(/* webpackMode: "eager" */ 'react-dom/client'),
  () => import(/* webpackMode: "eager" */ '@docusaurus/router'),
  () => import(/* webpackMode: "eager" */ '@generated/routes'),
  () => import(/* webpackMode: "eager" */ '@docusaurus/core/lib/client/App'),
  () => import(/* webpackMode: "eager" */ '@docusaurus/core/lib/client/clientEntry'),
];

for (const piece of pieces) {
  await new Promise((resolve) => setTimeout(resolve));
  await piece();
}

// Docusaurus fetches the page behind every link in sight: a sidebar of 36 lessons would add 108 kB to each page. Hovering still
// fetches ahead. The object it makes is frozen, hence the copy.
window.docusaurus = { ...window.docusaurus, prefetch: () => false };

export {};
