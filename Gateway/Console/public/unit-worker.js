// Keeps the unit's page, so that it opens without a network. It keeps no data: reports wait in IndexedDB, and no answer of the API ever
// comes from a cache.
const cacheName = 'tocsin-unit-1';
const page = '/unit';
const settings = '/console/settings';
const beside = ['/icon.svg', '/unit.webmanifest'];
// A network that is there in name only: after this the kept page is shown.
const patienceMs = 3000;

self.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([fetch(page).then(keepPage), keep(settings), ...beside.map(keep)]).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((n) => n.startsWith('tocsin-unit-') && n !== cacheName).map((n) => caches.delete(n))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(newest(page, request, keepPage));
  else if (url.pathname === settings) event.respondWith(newest(settings, request, (answer) => put(settings, answer)));
  // Their names carry a hash of what is in them: they never change.
  else if (url.pathname.startsWith('/assets/') || beside.includes(url.pathname)) event.respondWith(kept(request));
});

async function newest(key, request, keepAnswer) {
  const cache = await caches.open(cacheName);
  const known = await cache.match(key);
  try {
    const answer = await fetch(request, known ? { signal: AbortSignal.timeout(patienceMs) } : {});
    if (answer.ok) keepAnswer(answer.clone()).catch(() => undefined);
    else if (known && answer.status >= 500) return known;
    return answer;
  } catch (error) {
    if (known) return known;
    throw error;
  }
}

async function kept(request) {
  const cache = await caches.open(cacheName);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

// The page only together with all that it names: never a new page with old parts.
async function keepPage(answer) {
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const text = await answer.clone().text();
  const parts = [...new Set(text.match(/\/assets\/[^"']+/g) ?? [])];
  await Promise.all(parts.map(keep));
  await put(page, answer);
  const cache = await caches.open(cacheName);
  for (const old of await cache.keys()) {
    const path = new URL(old.url).pathname;
    if (path.startsWith('/assets/') && !parts.includes(path)) await cache.delete(old);
  }
}

async function keep(path) {
  const cache = await caches.open(cacheName);
  if (path.startsWith('/assets/') && (await cache.match(path))) return;
  await put(path, await fetch(path));
}

async function put(path, answer) {
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const headers = new Headers(answer.headers);
  // The page learns the centre's time from answers: one that is kept must not tell the time at which it was made.
  for (const name of ['Date', 'Content-Encoding', 'Content-Length']) headers.delete(name);
  await (await caches.open(cacheName)).put(path, new Response(await answer.blob(), { headers }));
}
