/** The theme registers languages of a highlighter here. There is none. */
export default function prismIncludeLanguages(): void {}
