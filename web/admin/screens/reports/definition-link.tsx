import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Where the number's definition stands. */
export function DefinitionLink({ slug }: { slug: string }) {
  const { t } = useTranslation('screens-reports');
  return (
    <Link to="/definitions" hash={slug} className="gw-link">
      {t('definition')}
    </Link>
  );
}
