import Link from '@docusaurus/Link';
import { useNavbarMobileSidebar } from '@docusaurus/theme-common/internal';
import { useCourse } from '../../../../course.ts';
import { places } from '../../../../places.ts';

/** The drawer of a phone: every place and every lesson. */
export default function NavbarMobilePrimaryMenu() {
  const { lessons } = useCourse();
  const drawer = useNavbarMobileSidebar();
  const entries = [
    ...places.slice(1),
    ...lessons.map(({ folder, number, title }) => ({ to: `/lessons/${folder}`, says: `${number} ${title}` })),
  ];
  return (
    <ul className="menu__list">
      {entries.map(({ to, says }) => (
        <li key={to} className="menu__list-item">
          <Link to={to} className="menu__link" activeClassName="menu__link--active" isNavLink onClick={() => drawer.toggle()}>
            {says}
          </Link>
        </li>
      ))}
    </ul>
  );
}
