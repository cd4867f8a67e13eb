// Makes the pictures of the README from a running console on which the New Year was replayed (README, "A real New Year"):
//   npm ci --prefix Gateway/Console/perf
//   node Gateway/Console/perf/pictures.mjs http://127.0.0.1:5080 docs/pictures
// TOCSIN_DEV_KEY_FILE names the gateway's key of development sign-in; Gateway/data/dev.key unless it is set.
import { chromium } from 'playwright-core';
import { devKey } from './scene.mjs';

const [, , base, out] = process.argv;
const midnight = '2017-01-01T08:45:00Z';
const settleMs = 5_000;

const browser = await chromium.launch({
    executablePath: process.env.TOCSIN_CHROMIUM ?? '/usr/bin/chromium',
    args: [
        '--no-sandbox',
        '--disable-gpu',
        '--use-gl=angle',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--disable-background-networking',
    ],
});

async function desk(locale, colorScheme) {
    const context = await browser.newContext({
        baseURL: base,
        locale,
        colorScheme,
        viewport: { width: 1440, height: 900 },
        timezoneId: 'America/Los_Angeles',
    });
    await context.addInitScript(`sessionStorage.setItem('tocsin.devKey', ${JSON.stringify(devKey())})`);
    const page = await context.newPage();
    await page.goto('/');
    await page.locator('#subject').fill('chen');
    await page.locator('#role').selectOption('supervisor');
    await page.locator('button[type=submit]').click();
    await page.locator('nav').first().waitFor();
    return page;
}

async function take(page, path, name, steps = 0) {
    await page.goto(path);
    await page.waitForTimeout(settleMs);
    for (let i = 0; i < steps; i++) await page.locator('input[type=range]').press('ArrowRight');
    if (steps > 0) await page.waitForTimeout(settleMs / 2);
    await page.screenshot({ path: `${out}/${name}.png` });
}

const token = (
    await (
        await fetch(`${base}/dev/token`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'Tocsin-Dev-Key': devKey() },
            body: '{"subject":"chen","role":"supervisor"}',
        })
    ).json()
).token;
const fires = await (
    await fetch(`${base}/api/v1/incidents?status=closed&q=structure&limit=200`, { headers: { Authorization: `Bearer ${token}` } })
).json();
const arrived = (incident) => incident.assignments.filter((a) => a.onSceneAt).length;
const largest = fires.items.toSorted((a, b) => arrived(b) - arrived(a))[0].id;

const dark = await desk('en-US', 'dark');
await take(dark, `/replay?at=${midnight}&by=occurred`, 'replay-board');
await take(dark, `/replay/${largest}`, 'replay-incident', 22);
await take(dark, '/reports?from=2017-01-01&to=2017-01-01&by=hour', 'reports');
const light = await desk('zh-CN', 'light');
await take(light, `/incidents/${largest}`, 'incident');
await browser.close();
