#!/usr/bin/env bash
# Each gateway that joins a shared subscription is sent every retained position again.
#
# One would guess: MQTT 5 says that retained messages are not sent for a shared subscription ($share/group/...), so gateways
#   that share the load of owntracks/+/+ see each message once, in one of them.
# What happens: mosquitto 2.0.11 sends all retained messages to each member, each time that it subscribes, in MQTT 3.1.1 and 5.
#   Live messages are shared out as they should be.
# Seen with: mosquitto 2.0.11 (Debian 12). Needs: mosquitto, mosquitto-clients.
# Why it matters: OwnTracks phones retain their last place. A gateway that starts (a rolling upgrade, a reconnect) is told
#   where everybody was days ago, as if it were news; several gateways are told it several times.
# A product must: look at the retain flag and at the fix's own time; a retained place is no sign of life.
set -euo pipefail
work=$(mktemp -d)
port=$((20000 + RANDOM % 12000))
pid=
trap 'if [ -n "$pid" ]; then kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; fi; rm -rf "$work"' EXIT
printf 'listener %s 127.0.0.1\nallow_anonymous true\n' "$port" >"$work/mosquitto.conf"
PATH=$PATH:/usr/sbin
mosquitto -c "$work/mosquitto.conf" >"$work/log" 2>&1 &
pid=$!
sleep 1
broker=(-h 127.0.0.1 -p "$port")
for n in 1 2 3; do mosquitto_pub "${broker[@]}" -r -q 1 -t "owntracks/p0$n/phone" -m "old place"; done
{
  sed -n 's/.*mosquitto version \([0-9.]*\) starting.*/mosquitto \1/p' "$work/log"
  for version in 311 5; do
    members=()
    for n in 1 2; do
      mosquitto_sub "${broker[@]}" -V "$version" -i "gateway-$n" -q 1 -t '$share/gateways/owntracks/+/+' -W 4 -F '%r %p' \
        >"$work/got-$n" 2>/dev/null &
      members+=($!)
      sleep 1
    done
    for n in 1 2 3 4; do mosquitto_pub "${broker[@]}" -q 1 -t owntracks/p01/phone -m "new place"; done
    wait "${members[@]}" || true
    echo "MQTT $version: retained to the first $(grep -c '^1 old' "$work/got-1"), to the second $(grep -c '^1 old' "$work/got-2")"
    echo "MQTT $version: new to both together $(cat "$work"/got-* | grep -c '^0 new')"
  done
} >"$work/seen"
cat >"$work/expected" <<'END'
mosquitto 2.0.11
MQTT 311: retained to the first 3, to the second 3
MQTT 311: new to both together 4
MQTT 5: retained to the first 3, to the second 3
MQTT 5: new to both together 4
END
cat "$work/seen"
diff "$work/expected" "$work/seen" >&2 || { echo "It differs from what this page says." >&2; exit 1; }
