import { type ComponentType, createContext, type ReactNode, useContext } from 'react';

export interface LinkProps {
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** How the site around a playground links: its own component, so that addresses are checked when the site is built. */
const context = createContext<ComponentType<LinkProps>>(({ to, ...rest }) => <a href={to} {...rest} />);

export const LinksBy = context.Provider;
export const useLink = (): ComponentType<LinkProps> => useContext(context);
