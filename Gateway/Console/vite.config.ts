import { readdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';

// The gateway sends these compressed copies; it compresses nothing itself. A file below this size is not worth a copy.
const compressAboveBytes = 1024;

function compress(): Plugin {
  return {
    name: 'compress',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
        const file = join('dist', name);
        if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file)) continue;
        const plain = readFileSync(file);
        if (plain.length < compressAboveBytes) continue;
        writeFileSync(`${file}.br`, brotliCompressSync(plain));
        writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
      }
    },
  };
}

/** Adds what both pages have in common; each HTML file holds only its own differences. */
function sharedPage(): Plugin {
  return {
    name: 'shared-page',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { charset: 'utf-8' }, injectTo: 'head-prepend' },
      { tag: 'meta', attrs: { name: 'color-scheme', content: 'dark light' }, injectTo: 'head-prepend' },
      { tag: 'title', children: 'Tocsin', injectTo: 'head-prepend' },
      { tag: 'link', attrs: { rel: 'icon', type: 'image/svg+xml', href: '/icon.svg' }, injectTo: 'head-prepend' },
      { tag: 'div', attrs: { id: 'app' }, injectTo: 'body' },
      { tag: 'noscript', children: 'Tocsin needs JavaScript. Tocsin 需要 JavaScript。', injectTo: 'body' },
    ],
  };
}

// A gateway for `npm run dev`.
const gateway = process.env['TOCSIN_GATEWAY'] ?? 'http://127.0.0.1:5080';

// The console, and the page of one unit.
const entries = ['index.html', 'unit.html'].filter(existsSync);

export default defineConfig({
  plugins: [react(), sharedPage(), compress()],
  build: {
    target: 'es2023',
    modulePreload: { polyfill: false },
    // Nothing inline: the policy of the pages allows scripts and styles from files only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1400,
    rolldownOptions: { input: entries },
  },
  worker: { format: 'es' },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/dev', '/console', '/openapi', '/docs', '/healthz', '/metrics'].map((path) => [path, gateway]),
    ),
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
