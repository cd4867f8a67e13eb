#!/usr/bin/env python3
"""Verifies an embedded journal with nothing but SHA-256: verify_journal.py journal.db [secret.key]

Checks every hash chain, the positions, versions and checksums, the spans of the access log (access.db beside it), and, with the secret,
every seal.
Exit code 1 and one line for each fault.
The recipe is in docs/data-model.md. Reads only; the gateway may run meanwhile.
"""
import hashlib, hmac, json, os, sqlite3, sys
from datetime import datetime, timezone

db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
db.execute("BEGIN")                                        # one snapshot for all that follows
faults, heads, moved, last = [], {}, {}, 0                 # heads: stream -> (version, hash)
key = None
if len(sys.argv) > 2:                                      # HKDF-SHA256 without salt; info "tocsin seal"; one block of 32 bytes
    secret = open(sys.argv[2], "rb").read()[:4096]
    key = hmac.digest(hmac.digest(bytes(32), secret, "sha256"), b"tocsin seal\x01", "sha256")
seals = db.execute("SELECT position, minute, count, digest, hmac, access_span, access_hash FROM seal ORDER BY minute").fetchall() if key else []
signed, sealed_spans = "-", {}


table = [0] * 256                                          # CRC-32C, a byte at a time
for byte in range(256):
    crc = byte
    for _ in range(8):
        crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    table[byte] = crc


def fits(text, position, hashed, stored):
    """Whether a checksum is that of a text, the position and the hash beside it; one that is not there fits."""
    crc = 0xFFFFFFFF
    for byte in text.encode() if stored is not None else b"":
        crc = crc >> 8 ^ table[(crc ^ byte) & 255]
    for word in (hashed[i:i + 4] for i in range(0, len(hashed), 4)):
        crc ^= int.from_bytes(word, "big")
    return stored is None or stored & 0xFFFFFFFF == crc ^ 0xFFFFFFFF ^ position >> 32 ^ position & 0xFFFFFFFF


def sums(table):
    """The table's column of checksums; before there were any: nothing."""
    return "sum" if any(column[1] == "sum" for column in db.execute(f"PRAGMA table_info({table})")) else "NULL"


def check_seals(end):
    """Checks the seals that lie at or before a position that is about to be passed."""
    global signed
    while seals and seals[0][0] < end:
        position, minute, count, digest, mac, span, span_hash = seals.pop(0)
        if span:
            moved["access"] = sealed_spans[span] = (span, span_hash)
        text = b"".join(s.encode() + b"\0" + v.to_bytes(4, "big") + h for s, (v, h) in sorted(moved.items()))
        time = datetime.fromtimestamp(minute / 1000, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        line = f"{time} {position} {count} {digest.hex()} {signed}"
        if count != len(moved) or hashlib.sha256(text).digest() != digest:
            faults.append(f"the seal of {time} covers other events than the journal has")
        if hmac.digest(key, line.encode(), "sha256") != mac:
            faults.append(f"the seal of {time} is not signed with this secret behind the seal before it")
        signed = mac.hex()
        moved.clear()


for position, stream, version, line, stored, checksum in db.execute(
        f"SELECT position, stream, version, line, hash, {sums('journal')} FROM journal ORDER BY position"):
    check_seals(position)
    before, previous = heads.get(stream, (0, bytes(32)))
    told = json.loads(line)
    if position != last + 1:
        faults.append(f"position {position} follows position {last}")
    if version != before + 1 or (told["stream"], told["version"]) != (stream, version):
        faults.append(f"{stream}: version {version} at position {position} follows version {before}, or the line names another event")
    if hashlib.sha256(previous + line.encode()).digest() != stored:
        faults.append(f"{stream}: the hash of version {version} does not follow from the hash before it and the line")
    time = line.find(',"recordedAt":"') + 15
    if not fits(line[:time] + line[time + 24:], position, stored, checksum):
        faults.append(f"{stream}: version {version} at position {position} does not fit its checksum")
    heads[stream] = moved[stream] = (version, stored)
    last = position
check_seals(float("inf"))
for stream, version, stored in db.execute("SELECT stream, version, hash FROM board"):
    if heads.get(stream) != (version, stored):
        faults.append(f"{stream}: the board row is at version {version}, the chain ends elsewhere")
columns = "stream, kind, version, open, status, priority, station, due_at, late_at, listed_at, bucket, view_code, view"
for row in db.execute(f"SELECT position, hash, {sums('board')}, {columns} FROM board") if sums("board") == "sum" else []:
    if not fits("\n".join("" if value is None else str(value) for value in row[3:]), row[0], row[1], row[2]):
        faults.append(f"{row[3]}: the board row does not fit its checksum")

beside = os.path.join(os.path.dirname(sys.argv[1]), "access.db")
if os.path.exists(beside):
    access = sqlite3.connect(f"file:{beside}?mode=ro", uri=True)
    access.execute("BEGIN")
    number, end, chained = 0, 0, bytes(32)
    for span, first, to, newest, digest, stored, removed in access.execute(
            "SELECT number, first, last, newest, digest, hash, removed FROM access_span ORDER BY number"):
        rows = access.execute("SELECT id, line FROM access WHERE id BETWEEN ? AND ? ORDER BY id", (first, to))
        time = datetime.fromtimestamp(newest / 1000, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.") + f"{newest % 1000:03}Z"
        chained = hashlib.sha256(chained + f"{span} {first} {to} {time} {digest.hex()}".encode()).digest()
        if (span, first) != (number + 1, end + 1) or chained != stored or sealed_spans.get(span, (span, stored))[1] != stored:
            faults.append(f"access log: span {span} does not follow span {number}, or is not the one that a seal covers")
        if not removed and hashlib.sha256("".join(f"{i} {line}\n" for i, line in rows).encode()).digest() != digest:
            faults.append(f"access log: span {span} was closed over other rows")
        number, end, chained = span, to, stored
print("\n".join(faults) or f"{last} events, {len(heads)} streams: every chain holds")
sys.exit(1 if faults else 0)
