import './mantine.css';
import '@mantine/notifications/styles.css';
import './global.css';
import { DirectionProvider, MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { useTranslation } from 'react-i18next';
import { cssVariables, theme } from './theme.ts';

type Props = { direction: 'ltr' | 'rtl'; queries: QueryClient; children: ReactNode };

/** What both apps stand on: look, direction, data cache, notices. */
export function Providers({ direction, queries, children }: Props) {
  const { t } = useTranslation();
  const named = { components: { CloseButton: { defaultProps: { 'aria-label': t('kit.close') } } } };
  return (
    <StrictMode>
      <DirectionProvider initialDirection={direction} detectDirection={false}>
        <MantineProvider
          theme={mergeThemeOverrides(theme, named)}
          cssVariablesResolver={cssVariables}
          defaultColorScheme="auto"
        >
          <QueryClientProvider client={queries}>
            <Notifications position="bottom-right" />
            {children}
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </StrictMode>
  );
}
