import Link from '@docusaurus/Link';
import { useNavbarMobileSidebar } from '@docusaurus/theme-common/internal';
import NavbarColorModeToggle from '@theme/Navbar/ColorModeToggle';
import NavbarMobileSidebar from '@theme/Navbar/MobileSidebar';
import NavbarMobileSidebarToggle from '@theme/Navbar/MobileSidebar/Toggle';
import SearchBar from '@theme/SearchBar';
import { places } from '../../places.ts';
import { usePlace } from '../../use-place.ts';

/** One line on every page: the name, the places, search, light or dark. On a phone the places are in a drawer. */
export default function Navbar() {
  const drawer = useNavbarMobileSidebar();
  const place = usePlace();
  return (
    <nav aria-label="Main" className={`navbar navbar--fixed-top top ${drawer.shown ? 'navbar-sidebar--show' : ''}`}>
      <div className="top-line">
        <NavbarMobileSidebarToggle />
        <Link to="/" className="top-name">
          <span className="top-mark" aria-hidden="true">
            ●
          </span>
          Kafka Proving Ground
        </Link>
        <ul className="top-places">
          {places.map(({ to, says }) => (
            <li key={to}>
              <Link to={to} aria-current={place(to)}>
                {says}
              </Link>
            </li>
          ))}
        </ul>
        <SearchBar />
        <NavbarColorModeToggle />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a touch beside the drawer closes it; its own button does so for a keyboard */}
      <div role="presentation" className="navbar-sidebar__backdrop" onClick={drawer.toggle} />
      <NavbarMobileSidebar />
    </nav>
  );
}
