#!/usr/bin/env python3
"""A small client of Tocsin: signs in, keeps a copy of the board by the feed, creates an incident once however often it is sent.

  sample.py [--seconds N] [URL ...]      TOCSIN_TOKEN holds a token; without it /dev/token is asked,
                                         with the key in TOCSIN_DEV_KEY_FILE (default Gateway/data/dev.key)
"""
import argparse, json, os, random, sys, threading, time, urllib.error, urllib.request, uuid

RETRY_SECONDS, GIVE_UP_SECONDS, SILENT_SECONDS = 1, 60, 15


class Client:
    def __init__(self, urls, subject="sample", role="dispatcher"):
        self.urls, self.subject, self.role, self.token = list(urls), subject, role, os.environ.get("TOCSIN_TOKEN")

    def request(self, method, path, body=None, headers=None, timeout=10):
        """One attempt: the open response, HTTPError for a problem, OSError without an answer."""
        headers = {"Content-Type": "application/json", **(headers or {})}
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        return urllib.request.urlopen(urllib.request.Request(self.urls[0] + path, body, headers, method=method), timeout=timeout)

    def other_gateway(self):
        self.urls.append(self.urls.pop(0))

    def sign_in(self):
        if not self.token:
            body = json.dumps({"subject": self.subject, "role": self.role}).encode()
            with open(os.environ.get("TOCSIN_DEV_KEY_FILE", "Gateway/data/dev.key")) as file:
                key = file.read().strip()
            self.token = json.load(self.request("POST", "/dev/token", body, {"Tocsin-Dev-Key": key}))["token"]

    def command(self, method, path, body, key):
        """Sends a command until it is answered: the same bytes, the same key. Returns the thing, and whether it was done before."""
        data, give_up = json.dumps(body).encode(), time.monotonic() + GIVE_UP_SECONDS
        while True:
            wait = RETRY_SECONDS
            try:
                with self.request(method, "/api/v1" + path, data, {"Idempotency-Key": key}) as answer:
                    return json.load(answer), answer.headers.get("Idempotency-Replayed") == "true"
            except urllib.error.HTTPError as error:
                problem = json.load(error)
                if error.code not in (429, 503) and problem.get("code") != "conflict" or time.monotonic() > give_up:
                    raise SystemExit(f"{method} {path}: {problem.get('code')}: {problem.get('detail')} (trace {problem.get('traceId')})")
                wait = float(error.headers.get("Retry-After") or wait)
            except OSError:
                if time.monotonic() > give_up:
                    raise
            self.other_gateway()
            time.sleep(wait)


class Board:
    """A copy of the board that the feed keeps current. `items` maps ids to incidents and units."""

    def __init__(self, client, on_event):
        self.client, self.on_event, self.items, self.epoch, self.position = client, on_event, {}, None, 0

    def follow(self):
        failures = 0
        while True:
            try:
                if self.epoch is None:
                    board = json.load(self.client.request("GET", "/api/v1/board"))
                    self.epoch, self.position = board["epoch"], board["position"]
                    self.items = {item["id"]: item for item in board["incidents"] + board["units"]}
                path = f"/api/v1/feed?after={self.position}&epoch={self.epoch}"
                with self.client.request("GET", path, timeout=SILENT_SECONDS) as stream:
                    failures = 0
                    self.read(stream)
            except (OSError, ValueError) as error:                    # refused, unavailable, silent for too long, cut in the middle
                print("feed:", error, file=sys.stderr)
            failures += 1
            self.client.other_gateway()
            time.sleep(min(10, failures) * random.uniform(0.5, 1))

    def read(self, stream):
        frame = {}
        for line in stream:
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name:
                frame[name] = value
                continue
            if frame.get("event") == "reset":                         # another history: begin again
                self.epoch = None
                return
            if "id" in frame:
                if "event" in frame:
                    self.take(json.loads(frame["data"]))
                self.position = int(frame["id"])
            frame = {}

    def take(self, event):
        kind, _, id = event["stream"].partition("/")
        if kind in ("incident", "unit"):
            view, known = event["view"], self.items.get(id, {}).get("version", 0)
            if view is None and event["version"] >= known:
                self.items.pop(id, None)
            elif view is not None and view["version"] >= known:
                self.items[id] = view
        self.on_event(event)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--seconds", type=float, default=20)
    arguments.add_argument("urls", nargs="*", default=["http://127.0.0.1:5080"])
    options = arguments.parse_args()
    client = Client(options.urls)
    client.sign_in()
    feed = Client(options.urls)                                       # it changes gateways by itself
    feed.token = client.token
    board = Board(feed, lambda e: print(e["position"], e["stream"], e["kind"]))
    threading.Thread(target=board.follow, daemon=True).start()
    key, body = str(uuid.uuid4()), {"category": "theft", "priority": 3, "location": {"lat": 36.53, "lon": 113.05}, "exercise": True}
    for _ in range(2):                                                # the second time the answer says that it was done before
        incident, repeated = client.command("POST", "/incidents", body, key)
        print("incident", incident["number"], "repeated:", repeated)
    time.sleep(options.seconds)
    print(len(board.items), "items on the board at", board.position)
