#!/usr/bin/env python3
"""Verifies an embedded journal without Tocsin: verify_journal.py journal.db [seal.pub] [secret.key]

Checks every hash chain, the positions, versions and checksums, and the access log (access.db beside it) with the spans that the seals
cover; with the public key of the seals (PEM, from the command public-key) every signed seal, and with the secret every seal by HMAC. Exit
code 1 and one line for each fault. The recipe is in docs/data-model.md. Reads only; the gateway may run meanwhile. Signatures need the
package "cryptography" (apt install python3-cryptography, or pip install cryptography); all else is Python's standard library.
"""
import collections, hashlib, hmac, json, os, re, sqlite3, sys
from datetime import datetime, timedelta, timezone

keys, mac_key = [], None
for path in sys.argv[2:]:
    content = open(path, "rb").read()[:65536]
    blocks = re.findall(rb"-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----", content)
    if blocks:
        try:
            from cryptography.hazmat.primitives.serialization import load_pem_public_key
        except ImportError:
            sys.exit("Signatures need the package cryptography: apt install python3-cryptography, or pip install cryptography.")
        keys += [load_pem_public_key(block) for block in blocks]
    else:                                                  # HKDF-SHA256 without salt; info "tocsin seal"; one block of 32 bytes
        mac_key = hmac.digest(hmac.digest(bytes(32), content[:4096], "sha256"), b"tocsin seal\x01", "sha256")

db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
db.execute("BEGIN")                                        # one snapshot for all that follows
faults, heads, moved, last = [], {}, {}, 0                 # heads: stream -> (version, hash)
seals = collections.deque(db.execute("SELECT position, minute, count, digest, hmac, previous, parts FROM seal ORDER BY minute"))
sealed_erasures = []                                       # each newest row of the erasures that seals have: its hash, time of the seal
covered = []                                               # each newest span of the access log that seals have: its hash, time of the seal
before, chain, verified, unchecked = "-", bytes(32), 0, 0  # the signature before, and the hash over all seals before


def time_of(milliseconds):
    return datetime.fromtimestamp(milliseconds // 1000, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.") + f"{milliseconds % 1000:03}Z"


def is_signed_by_one(text, signature):
    for key in keys:
        try:
            key.verify(signature, text.encode())
            return True
        except Exception:
            pass
    return False


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
    """Checks the seals that lie before a position that is about to be passed."""
    global before, chain, verified, unchecked
    while seals and seals[0][0] < end:
        position, at, count, digest, signature, previous, parts = seals.popleft()
        text = b"".join(s.encode() + b"\0" + v.to_bytes(4, "big") + h for s, (v, h) in sorted(moved.items()))
        time = time_of(at)
        fields = f"{time} {position} {count} {digest.hex()}"
        if count != len(moved) or hashlib.sha256(text).digest() != digest:
            faults.append(f"the seal of {time} covers other events than the journal has")
        signed = " ".join(filter(None, ["tocsin-seal-2", fields, previous.hex(), parts])) if previous is not None else None
        if signed is None and mac_key is None or signed is not None and not keys:
            unchecked += 1
        elif signed is None and hmac.digest(mac_key, f"{fields} {before}".encode(), "sha256") == signature:
            verified = position
        elif signed is not None and previous == chain and is_signed_by_one(signed, signature):
            verified = position
        else:
            faults.append(f"the seal of {time} is not signed with this key behind the seals before it")
        line = f"{signed} {signature.hex()}" if signed else f"tocsin-seal-1 {fields} {signature.hex()}"
        chain = hashlib.sha256((chain if previous is None else previous) + line.encode()).digest()
        before = signature.hex()
        for digest in re.findall("(?:^| )access=([0-9a-f]{64})(?= |$)", parts or ""):
            if not covered or covered[-1][0] != digest:
                covered.append((digest, time))
        for digest in re.findall("(?:^| )erasures=([0-9a-f]{64})(?= |$)", parts or ""):
            sealed_erasures.append((digest, time))
        moved.clear()


erased, erasure_rows, row, chained = {}, {}, 0, bytes(32)  # lines of before that were enciphered to be erased: position -> digest
if db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'erasure'").fetchone():
    for number, position, stream, version, at, digest, stored in db.execute(
            "SELECT number, position, stream, version, at, digest, hash FROM erasure ORDER BY number"):
        chained = hashlib.sha256(chained + f"{number} {position} {stream} {version} {time_of(at)} {digest.hex()}".encode()).digest()
        if number != row + 1 or chained != stored:
            faults.append(f"{stream}: row {number} of the erasures does not follow row {row}")
        erased[position], row, chained, erasure_rows[stored.hex()] = digest, number, stored, number

for position, stream, version, line, stored, checksum in db.execute(
        f"SELECT position, stream, version, line, hash, {sums('journal')} FROM journal ORDER BY position"):
    check_seals(position)
    head, previous_hash = heads.get(stream, (0, bytes(32)))
    told = json.loads(line)
    if position != last + 1:
        faults.append(f"position {position} follows position {last}")
    if version != head + 1 or (told["stream"], told["version"]) != (stream, version):
        faults.append(f"{stream}: version {version} at position {position} follows version {head}, or the line names another event")
    if position not in erased and hashlib.sha256(previous_hash + line.encode()).digest() != stored:
        faults.append(f"{stream}: the hash of version {version} does not follow from the hash before it and the line")
    elif position in erased and erased.pop(position) != hashlib.sha256(line.encode()).digest():
        faults.append(f"{stream}: version {version} is not the line that the erasures name")
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

beside, spans, items = os.path.join(os.path.dirname(sys.argv[1]), "access.db"), {}, 0
if os.path.exists(beside):                                 # read after the journal: each span that a seal covers was there before the seal
    log = sqlite3.connect(f"file:{beside}?mode=ro", uri=True)
    log.execute("BEGIN")
    number, end, chained, kept = 0, 0, bytes(32), 0        # kept: the first span that has its rows
    young = (datetime.now(timezone.utc) - timedelta(days=1)).timestamp() * 1000
    for span, first, to, newest, digest, stored, removed in log.execute(
            "SELECT number, first, last, newest, digest, hash, removed FROM access_span ORDER BY number"):
        chained = hashlib.sha256(chained + f"{span} {first} {to} {time_of(newest)} {digest.hex()}".encode()).digest()
        if (span, first) != (number + 1, end + 1) or chained != stored:
            faults.append(f"access log: span {span} does not follow from span {number} and its rows")
        if removed and (kept or newest > young):
            faults.append(f"access log: the rows of span {span} were removed before they were old, or before those of span {kept}")
        if not removed:
            kept = kept or span
            rows = log.execute("SELECT id, line FROM access WHERE id BETWEEN ? AND ? ORDER BY id", (first, to)).fetchall()
            items += len(rows)
            if len(rows) != to - first + 1 or hashlib.sha256("".join(f"{i} {line}\n" for i, line in rows).encode()).digest() != digest:
                faults.append(f"access log: span {span} was closed over other rows than those from {first} to {to}")
        number, end, chained, spans[stored.hex()] = span, to, stored, span
    for row, in log.execute("SELECT id FROM access WHERE id > ? ORDER BY id", (end,)):
        items, end = items + 1, end + 1
        if row != end:
            faults.append(f"access log: a row is missing before row {row}")
            break
faults += [f"the erasures name position {position}, which is not there" for position in erased]
place = 0
for digest, time in sealed_erasures:
    if erasure_rows.get(digest, 0) < max(place, 1):                # there, and never going back
        faults.append(f"erasures: the seal of {time} covers a row that is not there, or not behind those of the seals before it")
    place = max(place, erasure_rows.get(digest, 0))
place = 0
for digest, time in covered:
    if spans.get(digest, 0) <= place:
        faults.append(f"access log: the seal of {time} covers a span that is not there, or not behind those of the seals before it")
    place = max(place, spans.get(digest, 0))
sealed = f"sealed up to {verified}, {unchecked} seals not checked"
print("\n".join(faults) or f"{last} events, {len(heads)} streams: every chain holds; {sealed}; {items} items of the access log")
sys.exit(1 if faults else 0)
