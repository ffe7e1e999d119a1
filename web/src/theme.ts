import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ten shades of Heed's green, light to dark; 8 has a contrast above 4.5 : 1 on white. */
const heed: MantineColorsTuple = [
  '#e4fbf8',
  '#d3f2ed',
  '#a8e3da',
  '#7ad4c6',
  '#54c7b5',
  '#3bbfaa',
  '#28a591',
  '#12907e',
  '#0b7a6a',
  '#005f52',
];

export const theme = createTheme({
  respectReducedMotion: true,
  colors: { heed },
  primaryColor: 'heed',
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: 'md',
  autoContrast: true,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  headings: { fontWeight: '650' },
  components: {
    // A label alone says nothing on an element without a role.
    Loader: { defaultProps: { role: 'status' } },
    // Its focusable placeholder is no item, which a menu may not hold.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
      // Its own grey has a contrast below 4.5 : 1.
      styles: { description: { color: 'var(--mantine-color-dimmed)' } },
    },
  },
});
