import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The page is built into the server's own output; `npm run dev:web` serves it apart and hands everything else to a running Heed. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    reportCompressedSize: true,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // Mantine marks its modules for React's server components, which nobody renders here.
      checks: { moduleLevelDirective: false },
    },
  },
  server: {
    proxy: { '^/(api|openapi.json|docs|health|metrics)': { target: 'http://127.0.0.1:3000' } },
  },
});
