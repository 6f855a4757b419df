// Docusaurus fetches the page behind every link in sight: a sidebar of 36 lessons would add 108 kB to each page. Hovering still
// fetches ahead. Its own assignment comes after this module, hence the microtask; the object it makes is frozen, hence the copy.
if (typeof window !== 'undefined')
  queueMicrotask(() => {
    window.docusaurus = { ...window.docusaurus, prefetch: () => false };
  });

export {};
