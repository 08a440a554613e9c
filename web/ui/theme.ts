import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: for what can be acted on. */
const iris: MantineColorsTuple = [
  '#eef0fd',
  '#dcdffa',
  '#b9c0f3',
  '#949eec',
  '#7581e5',
  '#5f6de0',
  '#4d5cd6',
  '#3b4cca',
  '#2f3eae',
  '#243189',
];

/** Cool greys, so that borders and quiet text sit back. */
const gray: MantineColorsTuple = [
  '#f8f9fb',
  '#f1f3f6',
  '#e7eaef',
  '#d9dee6',
  '#c3cad6',
  '#9aa3b2',
  '#6b7482',
  '#4b5361',
  '#313843',
  '#1d222b',
];

const dark: MantineColorsTuple = [
  '#d9dce3',
  '#c1c5ce',
  '#a6abb6',
  '#6f7683',
  '#3a404b',
  '#2a2f38',
  '#1d2128',
  '#14161b',
  '#0f1115',
  '#0a0b0e',
];

export const theme = createTheme({
  primaryColor: 'iris',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { iris, gray, dark },
  black: '#161a22',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' } } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } } },
    Drawer: { defaultProps: { position: 'right', padding: 'lg', size: 'lg' } },
    Modal: {
      defaultProps: { centered: true, padding: 'lg', radius: 'md' },
      styles: { title: { fontWeight: 600, fontSize: '1rem' } },
    },
    Paper: { defaultProps: { radius: 'md' } },
  },
});

const state = {
  good: { light: ['#17663a', '#e8f5ec'], dark: ['#86e0ad', '#14301f'] },
  warn: { light: ['#85480a', '#fdf2de'], dark: ['#f3c374', '#35280d'] },
  bad: { light: ['#ab1f16', '#fdebe9'], dark: ['#ffa39b', '#3c1715'] },
  info: { light: ['#2f3eae', '#eceefc'], dark: ['#b4bdff', '#21264b'] },
  calm: { light: ['#4b5361', '#f1f3f6'], dark: ['#c1c5ce', '#262b33'] },
} as const;

function stateVariables(scheme: 'light' | 'dark'): Record<string, string> {
  return Object.fromEntries(
    Object.entries(state).flatMap(([tone, colours]) => [
      [`--gw-${tone}`, colours[scheme][0]],
      [`--gw-${tone}-bg`, colours[scheme][1]],
    ]),
  );
}

/** Tokens beside Mantine's own: contrast of quiet text is at least 4.5 on every surface. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...stateVariables('light'),
    '--mantine-color-error': '#ab1f16',
    '--mantine-color-dimmed': '#4f5765',
    '--mantine-color-placeholder': '#5c6470',
    '--mantine-color-default-border': '#d9dee6',
    '--gw-line': '#e7eaef',
    '--gw-surface': '#ffffff',
    '--gw-sunken': '#f8f9fb',
    '--gw-hover': '#f4f5f9',
    '--gw-link': '#3443b8',
  },
  dark: {
    ...stateVariables('dark'),
    '--mantine-color-error': '#ffa39b',
    '--mantine-color-dimmed': '#b3b8c2',
    '--mantine-color-placeholder': '#a6abb6',
    '--mantine-color-default-border': '#3a404b',
    '--gw-line': '#272c35',
    '--gw-surface': '#181b21',
    '--gw-sunken': '#101216',
    '--gw-hover': '#20242c',
    '--gw-link': '#aab4ff',
  },
});
