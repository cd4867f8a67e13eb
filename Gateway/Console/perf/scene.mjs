// A city in motion: stations, units that drive about, open incidents; through the HTTP contract alone, as devices and dispatchers would.
import { readFileSync } from 'node:fs';

const kinds = ['patrol', 'patrol', 'patrol', 'motorcycle', 'foot patrol', 'medic', 'fire engine'];
const categories = ['Theft', 'Dispute', 'Traffic accident', 'Fire alarm', 'Fraud', 'Noise', 'Missing person', 'Help to the public'];
const positionsInBatch = 1000;
const atOnce = 16;

/** The same numbers every time: two runs are about the same city. */
export function randomOf(seed) {
    let state = seed >>> 0;
    return () => {
        state = (state + 0x6d2b79f5) >>> 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

/** The key of development sign-in of a gateway on this machine. */
export const devKey = () => readFileSync(process.env.TOCSIN_DEV_KEY_FILE ?? new URL('../../data/dev.key', import.meta.url), 'utf8').trim();

export class Scene {
    constructor(url, { centre = { lat: 36.53, lon: 113.05 }, seed = 1 } = {}) {
        this.url = url;
        this.centre = centre;
        this.random = randomOf(seed);
        this.tokens = new Map();
        this.units = [];
    }

    async token(role) {
        if (!this.tokens.has(role)) {
            const response = await fetch(`${this.url}/dev/token`, {
                method: 'POST',
                headers: { 'Content-Type': 'application/json', 'Tocsin-Dev-Key': devKey() },
                body: JSON.stringify({ subject: `scene-${role}`, role }),
            });
            if (!response.ok) throw new Error(`/dev/token: ${response.status}; the script must run on the gateway's machine, with its key`);
            this.tokens.set(role, (await response.json()).token);
        }
        return this.tokens.get(role);
    }

    async send(role, method, path, body, key) {
        const headers = {
            Authorization: `Bearer ${await this.token(role)}`,
            'Content-Type': 'application/json',
            ...(key ? { 'Idempotency-Key': key } : {}),
        };
        const response = await fetch(`${this.url}/api/v1${path}`, {
            method,
            headers,
            body: body === undefined ? undefined : JSON.stringify(body),
        });
        const text = await response.text();
        if (!response.ok && response.status !== 409) throw new Error(`${method} ${path}: ${response.status} ${text}`);
        return { status: response.status, body: text ? JSON.parse(text) : null };
    }

    place(reachKm) {
        const [angle, far] = [this.random() * 2 * Math.PI, Math.sqrt(this.random()) * reachKm];
        return this.from(this.centre, angle, far);
    }

    from({ lat, lon }, angle, km) {
        return { lat: lat + (km * Math.cos(angle)) / 111.2, lon: lon + (km * Math.sin(angle)) / (111.2 * Math.cos((lat / 180) * Math.PI)) };
    }

    async each(items, run) {
        const queue = [...items];
        await Promise.all(
            Array.from({ length: atOnce }, async () => {
                while (queue.length > 0) await run(queue.shift());
            }),
        );
    }

    async stations(count) {
        const names = Array.from({ length: count }, (_, i) => i);
        await this.each(names, async (i) => {
            const angle = (i / count) * 2 * Math.PI;
            const at = i === 0 ? this.centre : this.from(this.centre, angle, 6);
            const ring = Array.from({ length: 9 }, (_, n) => this.from(at, (n / 8) * 2 * Math.PI, i === 0 ? 2.6 : 3.1)).map((p) => [
                p.lon,
                p.lat,
            ]);
            ring[8] = ring[0];
            await this.send('admin', 'PUT', `/stations/S${String(i + 1).padStart(2, '0')}`, {
                name: `Station ${i + 1}`,
                location: at,
                areaClass: i < 4 ? 'city' : 'outskirts',
                area: { type: 'Polygon', coordinates: [ring] },
            });
        });
    }

    async makeUnits(count, stations = 8, prefix = 'P') {
        const width = String(count).length;
        const made = Array.from({ length: count }, (_, i) => ({
            id: `${prefix}${String(i + 1).padStart(width, '0')}`,
            kind: kinds[i % kinds.length],
            at: this.place(10),
            heading: Math.floor(this.random() * 360),
            speed: 4 + this.random() * 12,
            station: `S${String((i % stations) + 1).padStart(2, '0')}`,
        }));
        await this.each(made, async (u) => {
            await this.send('admin', 'PUT', `/units/${u.id}`, {
                callSign: u.id,
                kind: u.kind,
                station: u.station,
                capabilities: [],
                home: u.at,
            });
            await this.send('dispatcher', 'POST', `/units/${u.id}/duty`, { onDuty: true, crew: [] });
        });
        this.units.push(...made);
    }

    /** Open incidents; of each `sendEvery`-th some unit is sent and gets as far as `onScene`. */
    async makeIncidents(count, { sendEvery = 3, reachKm = 9 } = {}) {
        const free = [...this.units];
        const jobs = Array.from({ length: count }, (_, i) => ({
            i,
            category: categories[Math.floor(this.random() * categories.length)],
            priority: 1 + Math.floor(this.random() ** 0.7 * 4),
            at: this.place(reachKm),
            steps: Math.floor(this.random() * 4),
        }));
        await this.each(jobs, async ({ i, category, priority, at, steps }) => {
            const { body } = await this.send('dispatcher', 'POST', '/incidents', {
                category,
                priority,
                location: { ...at, address: `${1 + ((i * 7) % 180)} Taihang Road` },
                narrative: 'Made by perf/scene.mjs.',
            });
            const unit = i % sendEvery === 0 ? free.pop() : undefined;
            if (!unit) return;
            await this.send('dispatcher', 'POST', `/incidents/${body.id}/assignments`, { unitIds: [unit.id] });
            for (const stage of ['acknowledged', 'enRoute', 'onScene'].slice(0, steps))
                await this.send('dispatcher', 'POST', `/incidents/${body.id}/assignments/${unit.id}/progress`, { stage });
        });
    }

    /** Each unit drives on for a second, and says where it is. */
    async move(seconds = 1) {
        const at = new Date().toISOString();
        const reports = this.units.map((u) => {
            if (this.random() < 0.15) u.heading = (u.heading + 360 + (this.random() - 0.5) * 120) % 360;
            u.at = this.from(u.at, (u.heading / 180) * Math.PI, (u.speed * seconds) / 1000);
            return { unitId: u.id, lat: u.at.lat, lon: u.at.lon, at, speed: u.speed, heading: u.heading };
        });
        for (let i = 0; i < reports.length; i += positionsInBatch)
            await this.send('feeder', 'POST', '/positions', reports.slice(i, i + positionsInBatch));
    }
}
