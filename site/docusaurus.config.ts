import { basename, dirname } from 'node:path';
import type { Config } from '@docusaurus/types';
import bundle from './plugins/bundle.ts';
import coursePages from './plugins/course-pages.ts';
import { lessonFrontMatter } from './plugins/front-matter.ts';
import named from './plugins/named.ts';
import { pageTemplate } from './plugins/page-template.ts';
import { size } from './plugins/preview/card.ts';
import previews from './plugins/previews.ts';
import { remarkHighlight } from './plugins/remark-highlight.ts';
import { remarkLesson } from './plugins/remark-lesson.ts';
import { remarkNotes } from './plugins/remark-notes.ts';

// `lessons/` and `notes/` are read where they are. What else a page shows comes from the plugin `course`.
const config: Config = {
  title: 'Kafka Proving Ground',
  tagline: 'Every claim proved on a real Kafka: once where it holds, and once where it fails',
  favicon: 'img/favicon.svg',
  url: process.env['SITE_URL'] ?? 'http://localhost:4173',
  baseUrl: process.env['SITE_BASE'] ?? '/',
  trailingSlash: false,
  ssrTemplate: pageTemplate,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  future: { v4: true, faster: true, experimental_vcs: false },
  i18n: { defaultLocale: 'en', locales: ['en'] },
  staticDirectories: ['static'],
  markdown: {
    format: 'detect',
    hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' },
    parseFrontMatter: async (params) => {
      const read = await params.defaultParseFrontMatter(params);
      if (basename(params.filePath) !== 'theory.md') return read;
      return { ...read, frontMatter: { ...(await lessonFrontMatter(dirname(params.filePath))), ...read.frontMatter } };
    },
  },
  // Where two themes have a component of one name the later one wins: search must come after classic.
  themes: [
    [
      '@docusaurus/theme-classic',
      {
        customCss: ['fonts', 'colours', 'base', 'button', 'top', 'bottom', 'article', 'box', 'page'].map(
          (name) => `./src/css/${name}.css`,
        ),
      },
    ],
    [
      '@easyops-cn/docusaurus-search-local',
      {
        indexBlog: false,
        indexPages: true,
        ignoreFiles: [/^(?!lessons\/|notes\/|playgrounds\/|interview$)/],
        docsDir: ['../lessons', '../notes'],
        docsRouteBasePath: ['/lessons', '/notes'],
        searchBarShortcutHint: false,
        searchResultLimits: 8,
      },
    ],
  ],
  plugins: [
    [
      '@docusaurus/plugin-content-docs',
      {
        path: '../lessons',
        routeBasePath: '/lessons',
        include: ['*/theory.md'],
        numberPrefixParser: false,
        sidebarPath: './sidebar-lessons.ts',
        breadcrumbs: false,
        beforeDefaultRemarkPlugins: [remarkLesson],
        remarkPlugins: [remarkHighlight],
      },
    ],
    [
      '@docusaurus/plugin-content-docs',
      {
        id: 'notes',
        path: '../notes',
        routeBasePath: '/notes',
        include: ['*.md', 'decisions/*.md'],
        numberPrefixParser: false,
        sidebarPath: './sidebar-notes.ts',
        breadcrumbs: false,
        beforeDefaultRemarkPlugins: [remarkNotes],
        remarkPlugins: [remarkHighlight],
      },
    ],
    // By name, each would be loaded with a copy of all it imports, and the lessons be read once for each.
    named,
    coursePages,
    previews,
    bundle,
  ],
  themeConfig: {
    // Drawn by plugins/previews.ts; a lesson names its own.
    image: 'img/previews/course.png',
    metadata: [
      { property: 'og:type', content: 'website' },
      { property: 'og:site_name', content: 'Kafka Proving Ground' },
      { property: 'og:image:width', content: String(size.width) },
      { property: 'og:image:height', content: String(size.height) },
    ],
    colorMode: { respectPrefersColorScheme: true },
    navbar: { title: 'Kafka Proving Ground', items: [] },
    docs: { sidebar: { autoCollapseCategories: false } },
    tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
  },
};

export default config;
