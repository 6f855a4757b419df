/** Anything that survives `JSON.parse(JSON.stringify(x))` unchanged: observations, expectations and events are made of it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
