import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import icon from '../ui/icon.svg';
import { companyQuery } from './company.ts';
import classes from './shell.module.css';

export function Brand() {
  const company = useQuery(companyQuery);
  return (
    <Link to="/" className={classes.brand}>
      <img src={icon} alt="" />
      <span>{company.data?.name ?? 'Goodword'}</span>
    </Link>
  );
}
