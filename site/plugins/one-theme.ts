import type { ThemeRegistrationResolved } from 'shiki';

/** Two themes as one: code is read once, and coloured for day and night. */
export interface OneTheme {
  readonly theme: ThemeRegistrationResolved;
  /** Both colours behind each colour of `theme`. */
  readonly colours: ReadonlyMap<string, { readonly light: string; readonly dark: string }>;
}

/**
 * A theme whose colours are only names, each for a pair of colours. It can be made of themes that are the same rules in two palettes.
 * @throws when the rules differ
 */
export function oneTheme(light: ThemeRegistrationResolved, dark: ThemeRegistrationResolved): OneTheme {
  const colours = new Map<string, { light: string; dark: string }>();
  const named = (day: string, night: string) => {
    const known = [...colours].find(([, pair]) => pair.light === day && pair.dark === night)?.[0];
    const name = known ?? `#0000${(colours.size + 1).toString(16).padStart(2, '0')}`;
    colours.set(name, { light: day, dark: night });
    return name;
  };
  const fg = named(light.fg, dark.fg);
  const settings = light.settings.map(({ scope, settings: day }, i) => {
    const other = dark.settings[i];
    const night = other?.settings;
    if (!night || JSON.stringify([scope, day.fontStyle]) !== JSON.stringify([other.scope, night.fontStyle]))
      throw new Error(`${light.name} and ${dark.name} differ in more than their colours: ${JSON.stringify(scope)}`);
    const foreground = named(day.foreground ?? light.fg, night.foreground ?? dark.fg);
    return { ...(scope === undefined ? {} : { scope }), settings: { ...day, foreground } };
  });
  const theme = { ...light, name: 'both', settings, fg, colors: {}, colorReplacements: {} };
  return { theme, colours };
}
