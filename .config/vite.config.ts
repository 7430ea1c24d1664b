import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Builds src/web into dist/web, which Wend serves. `vite` alone serves it with a running Wend behind it (WEND_API, default port 4470). */
export default defineConfig({
  root: here('../src/web'),
  plugins: [react()],
  build: {
    outDir: here('../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // Every asset is a file of its own, so that the page needs no data: or inline exceptions in its content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
    license: true,
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/api': process.env['WEND_API'] ?? 'http://127.0.0.1:4470' } },
})
