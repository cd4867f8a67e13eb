#!/usr/bin/env bash
# Two NMEA parsers read a receiver without a fix as a place, or as valid.
#
# One would guess: `$GPRMC,,V,,,…` (no fix) has no latitude, no speed and no time in any parser, and a field `valid` says
#   whether the fix is valid. GLL and GGA hold only a time of day, so a parser gives only that.
# What happens: nmea-simple gives latitude 0, longitude 0, speed 0, course 0 (as numbers) and an empty GGA the instant
#   1970-01-01T00:00:00Z. gps.js gives nulls, but `valid: true`: that is the checksum; the fix is in `status`. Both put
#   TODAY's date to the time of a GLL, so a sentence of 23:59:58 read two seconds later lies a day ahead. Speed is knots in
#   one, km/h in the other.
# Seen with: nmea-simple 3.3.0, gps 0.9.0, Node 20. Needs: node, npm.
# Why it matters: a car in an underground garage sends this every second. 0,0 put the nearest car last in a recommendation.
# A product must: read the status letter first; take no place, time or course from a sentence whose field is empty; take the
#   date from RMC or ZDA only, and say the unit of speed in the name.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"name": "finding", "private": true}' >package.json
npm install --save-exact --no-audit --no-fund --ignore-scripts nmea-simple@3.3.0 gps@0.9.0 >/dev/null
cat >run.cjs <<'END'
const fs = require("fs");
for (const name of ["nmea-simple", "gps"])
  console.log(name, JSON.parse(fs.readFileSync(`node_modules/${name}/package.json`)).version);
const { parseNmeaSentence } = require("nmea-simple");
const gps = require("gps");
const GPS = gps.GPS ?? gps;
const sentence = body => {
  let sum = 0;
  for (const c of body) sum ^= c.charCodeAt(0);
  return `$${body}*${sum.toString(16).toUpperCase().padStart(2, "0")}`;
};
const show = (what, body, simple, js) => {
  const a = parseNmeaSentence(sentence(body)), b = GPS.Parse(sentence(body));
  const list = (from, keys) => keys.map(k => `${k} ${day(from[k])}`).join(", ");
  console.log(`${what}: nmea-simple ${list(a, simple)}; gps ${list(b, js)}`);
};
const today = new Date().toISOString().slice(0, 10);
const day = v => (v instanceof Date ? v.toISOString().replace(today, "today").replace(".000Z", "") : v);
show("RMC, no fix", "GPRMC,,V,,,,,,,,,,N", ["status", "latitude", "longitude", "speedKnots"], ["valid", "status", "lat", "lon", "speed"]);
show("GGA, no fix", "GPGGA,,,,,,0,00,99.99,,,,,,", ["time", "latitude", "longitude"], ["valid", "time", "lat", "lon"]);
show("GLL", "GPGLL,3631.8,N,11303.0,E,235958.00,A,A", ["time"], ["time"]);
show("RMC, 10 knots", "GPRMC,010203.00,A,3631.8,N,11303.0,E,10.0,,301126,,,A", ["speedKnots", "trackTrue"], ["speed", "track"]);
END
TZ=UTC node run.cjs >seen
cat >expected <<'END'
nmea-simple 3.3.0
gps 0.9.0
RMC, no fix: nmea-simple status warning, latitude 0, longitude 0, speedKnots 0; gps valid true, status void, lat null, lon null, speed null
GGA, no fix: nmea-simple time 1970-01-01T00:00:00, latitude 0, longitude 0; gps valid true, time null, lat null, lon null
GLL: nmea-simple time todayT23:59:58; gps time todayT23:59:58
RMC, 10 knots: nmea-simple speedKnots 10, trackTrue 0; gps speed 18.52, track null
END
cat seen
diff expected seen >&2 || { echo "It differs from what this page says." >&2; exit 1; }
