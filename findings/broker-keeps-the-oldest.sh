#!/usr/bin/env bash
# A broker whose queue is full keeps the oldest positions and throws away the newest.
#
# One would guess: while a gateway with a persistent session is away, mosquitto keeps QoS 1 messages for it; if there are too
#   many, the oldest go, since a newer position replaces an older one. Or: "at least once" loses nothing.
# What happens: max_queued_messages is 1000 by default. The first 1,000 are kept; every later one is dropped, while each of
#   the 3,000 publishes is acknowledged to its sender. The log has one line, without a number.
# Seen with: mosquitto 2.0.11 (Debian 12). Needs: mosquitto, mosquitto-clients.
# Why it matters: 1,000 messages are one second of a county's cars on a busy day. A gateway that restarts for a minute gets
#   where everybody was when it left, none of where they are now, and then waits for the next fix of each. A unit that
#   stands still sends none for long, and a distress message that came in that minute is gone though the phone has its PUBACK.
# A product must: set max_queued_messages (and max_queued_bytes) for its session, judge each message by its own time, and
#   not rely on the queue for distress. Watch $SYS/broker/publish/messages/dropped.
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
{
  sed -n 's/.*mosquitto version \([0-9.]*\) starting.*/mosquitto \1/p' "$work/log"
  # The gateway subscribes for good, and goes.
  mosquitto_sub "${broker[@]}" -i gateway -c -q 1 -t 'owntracks/+/+' -E
  seq 1 3000 | mosquitto_pub "${broker[@]}" -i phone -q 1 -t owntracks/p07/phone -l
  echo "published and acknowledged: 3000"
  # It comes back. Nothing more is sent, so what it gets within 5 s is all that was kept.
  mosquitto_sub "${broker[@]}" -i gateway -c -q 1 -t 'owntracks/+/+' -W 5 >"$work/got" 2>/dev/null || true
  echo "got: $(wc -l <"$work/got"), first $(head -n 1 "$work/got"), last $(tail -n 1 "$work/got")"
  echo "lines in the log about it: $(grep -c 'dropped' "$work/log")"
} >"$work/seen"
cat >"$work/expected" <<'END'
mosquitto 2.0.11
published and acknowledged: 3000
got: 1000, first 1, last 1000
lines in the log about it: 1
END
cat "$work/seen"
diff "$work/expected" "$work/seen" >&2 || { echo "It differs from what this page says." >&2; exit 1; }
