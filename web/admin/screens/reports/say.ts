import type { TFunction } from 'i18next';

/** The texts of the reports. */
export type Say = TFunction<'screens-reports'>;
