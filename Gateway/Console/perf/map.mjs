// Measures the console under a full city: `node perf/map.mjs --url http://127.0.0.1:5080` (after `npm ci --prefix perf`), on the gateway's
// machine, against a gateway with an empty data directory. Makes 1,000 open incidents and 2,000 units, moves every unit once a second over
// the HTTP contract, and counts the animation frames of the map and of the queue in Chromium for a minute each, with what memory they hold.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { Scene } from './scene.mjs';

const { values } = parseArgs({
    options: {
        url: { type: 'string', default: 'http://127.0.0.1:5080' },
        incidents: { type: 'string', default: '1000' },
        units: { type: 'string', default: '2000' },
        seconds: { type: 'string', default: '60' },
        chromium: { type: 'string', default: '/usr/bin/chromium' },
        picture: { type: 'string' },
    },
});
const [incidents, units, seconds] = [values.incidents, values.units, values.seconds].map(Number);
const wanted = { framesPerSecond: 30, megabytes: 300 };
const settleMs = 8_000;

const scene = new Scene(values.url);
const board = (await scene.send('supervisor', 'GET', '/board')).body;
const [missingUnits, missingIncidents] = [units - board.units.length, incidents - board.incidents.length];
console.log(
    `${board.incidents.length} open incidents, ${board.units.length} units on duty; ` +
    `making ${Math.max(0, missingIncidents)} and ${Math.max(0, missingUnits)}`,
);
await scene.stations(8);
if (missingUnits > 0) await scene.makeUnits(units);
else
    scene.units = board.units.slice(0, units).map((u) => ({ id: u.id, at: u.position ?? u.home, heading: scene.random() * 360, speed: 8 }));
if (missingIncidents > 0) await scene.makeIncidents(missingIncidents);

let moving = true;
let moved = 0;
const driver = (async () => {
    while (moving) {
        const began = Date.now();
        await scene.move(1).catch((error) => console.log(error.message));
        moved++;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, 1000 - (Date.now() - began))));
    }
})();

const browser = await chromium.launch({
    executablePath: values.chromium,
    args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--use-angle=swiftshader',
        '--enable-unsafe-swiftshader',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
    ],
});
const system = await browser.newBrowserCDPSession();
const token = await scene.token('supervisor');
const rows = [];
for (const [name, path] of [
    ['map', '/map'],
    ['queue', '/'],
])
    rows.push(await measure(name, path));
moving = false;
await driver;
await browser.close();

console.table(rows);
console.log(
    `positions were sent ${moved} times; limits: above ${wanted.framesPerSecond} frames a second, ` +
    `below ${wanted.megabytes} MB in the page's process`,
);
process.exitCode = rows.every((r) => r['frames/s'] > wanted.framesPerSecond && r['page MB'] < wanted.megabytes) ? 0 : 1;

async function measure(name, path) {
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    await page.addInitScript((kept) => {
        localStorage.setItem('tocsin.sound', 'off');
        sessionStorage.setItem(
            'tocsin.session',
            JSON.stringify({
                token: kept,
                subject: 'perf',
                roles: ['supervisor'],
                unitId: null,
                station: null,
                expiresAt: null,
                via: 'dev',
            }),
        );
    }, token);
    await page.goto(values.url + path);
    await page.waitForTimeout(settleMs);
    const frames = await page.evaluate(
        (ms) =>
            new Promise((resolve) => {
                const times = [];
                const began = performance.now();
                const step = (at) => {
                    times.push(at);
                    if (at - began < ms) requestAnimationFrame(step);
                    else resolve(times);
                };
                requestAnimationFrame(step);
            }),
        seconds * 1000,
    );
    const gaps = frames
        .slice(1)
        .map((at, i) => at - frames[i])
        .sort((a, b) => a - b);
    const perSecond = new Map();
    for (const at of frames)
        perSecond.set(Math.floor((at - frames[0]) / 1000), (perSecond.get(Math.floor((at - frames[0]) / 1000)) ?? 0) + 1);
    const worst = Math.min(...[...perSecond.entries()].filter(([s]) => s < seconds - 1).map(([, n]) => n));
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const heap = (await session.send('Runtime.getHeapUsage')).usedSize;
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    const memory = (type) => Math.max(...processInfo.filter((p) => p.type === type).map((p) => ownMegabytes(p.id)));
    if (values.picture) await page.screenshot({ path: `${values.picture}-${name}.png` });
    const row = {
        screen: name,
        'frames/s': round((frames.length - 1) / ((frames.at(-1) - frames[0]) / 1000)),
        'worst second': worst,
        'p99 gap ms': round(gaps[Math.floor(gaps.length * 0.99)]),
        'longest gap ms': round(gaps.at(-1)),
        'heap MB': round(heap / 2 ** 20),
        'page MB': memory('renderer'),
        'GPU process MB': memory('GPU'),
    };
    await page.close();
    return row;
}

// What the process has for itself, and its share of what it has with others.
function ownMegabytes(pid) {
    try {
        return round(Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]) / 1024);
    } catch {
        return NaN;
    }
}

function round(value) {
    return Math.round(value * 10) / 10;
}
