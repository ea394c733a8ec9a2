#!/usr/bin/env python3
"""Somebody records the network while a room of robots joins, votes, places and writes; what was recorded must tell nothing.

Usage: tests/attack/recorded.py PROGRAM SESSION [SEATS [SECONDS]]
The session is copied. Host, robots and recorder share a network of their own that has nothing but a loopback interface (a network
namespace; without root in a user namespace of its own; where neither may be made, this computer's own loopback interface, and of it
only what the host says and hears). Searched for, in both directions of every connection put together again: every
word and name of the session as the program prints them, before and after, the names of the robots among them; the spoken code; the
secret and the keys, as text and as bytes; the session's own number. That the search finds such things is shown on the session's file.
"""
import base64
import collections
import json
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading

LEAST = 6  # bytes: of shorter words some would be in any noise of this size


class Recorder:
    """Every TCP segment on the loopback interface that is not between `but_from` and others, until stopped; then one text of bytes for each direction of each connection."""

    def __init__(self, but_from="0.0.0.0"):
        self.but = socket.inet_aton(but_from)
        self.socket = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(0x0800))
        self.socket.setsockopt(socket.SOL_SOCKET, 33, 256 * 1024 * 1024)  # SO_RCVBUFFORCE
        self.socket.bind(("lo", 0))
        self.socket.settimeout(0.2)
        self.packets, self.over = [], False
        self.thread = threading.Thread(target=self.record)
        self.thread.start()

    def record(self):
        while True:
            try:
                packet, address = self.socket.recvfrom(65535 + 64)
            except socket.timeout:
                if self.over:
                    return
                continue
            if address[2] != socket.PACKET_OUTGOING and self.but not in (packet[26:30], packet[30:34]):  # on loopback everything comes twice
                self.packets.append(packet)

    def streams(self, port):
        self.over = True
        self.thread.join()
        dropped = struct.unpack("II", self.socket.getsockopt(263, 6, 8))[1]  # SOL_PACKET, PACKET_STATISTICS
        pieces = collections.defaultdict(dict)
        for packet in self.packets:
            ip = packet[14:]
            if ip[9] != 6:
                continue
            tcp = ip[(ip[0] & 15) * 4:struct.unpack(">H", ip[2:4])[0]]
            data = tcp[(tcp[12] >> 4) * 4:]
            if data and port in struct.unpack(">HH", tcp[:4]):
                pieces[(ip[12:20], tcp[:4])].setdefault(struct.unpack(">I", tcp[4:8])[0], data)
        return [b"".join(data for _, data in sorted(parts.items())) for parts in pieces.values()], dropped


def words_of(value):
    """Every text in what the program prints as JSON, and every word of it."""
    if isinstance(value, dict):
        return set().union(set(), *[words_of(one) for one in value.values()])
    if isinstance(value, list):
        return set().union(set(), *[words_of(one) for one in value])
    if isinstance(value, str):
        return {one for one in [value] + value.split() if len(one.encode()) >= LEAST}
    return set()


def unmasked(stream):
    """A client masks what it sends with bytes that stand beside it, which hides nothing: what was sent, of all its frames."""
    place = stream.find(b"\r\n\r\n")
    text, place = [stream], len(stream) if place < 0 else place + 4
    while place + 2 <= len(stream):
        size, masked = stream[place + 1] & 127, stream[place + 1] & 128
        place += 2
        if size >= 126:
            wide = 2 if size == 126 else 8
            size = int.from_bytes(stream[place:place + wide], "big")
            place += wide
        if masked:
            mask = stream[place:place + 4]
            place += 4
            data = stream[place:place + size]
            text.append(bytes(byte ^ mask[i % 4] for i, byte in enumerate(data)))
        place += size
    return b"\n".join(text)


def told_by(recorder, said, looked_for, in_file, seats):
    """What the recording of a host that `said` how to join holds of `looked_for` and of its keys: faults, and a sentence when there are none."""
    streams, dropped = recorder.streams(said["port"])
    keys = [said[url].split("#")[1] for url in ("url", "facilitator_url", "stage_url")]
    raw = [base64.b32decode(key.split("-")[-1].upper() + "======") for key in keys]
    code = said["code"].replace(" ", "")
    secrets = {one.encode() for one in keys + [key.split("-")[-1] for key in keys] + [said["code"], code, code.lower()]} | set(raw) | {in_file[16:32]}
    # What HTTP itself says of any host is no word of the session.
    own = {"http", "host", "origin", "upgrade", "standpoint", "connection", "websocket", "server", "content", "security", "policy"}
    words = {word.encode() for word in looked_for if word.lower() not in own}
    wire = [unmasked(stream) for stream in streams]
    size = sum(map(len, streams))
    wrong = []
    if dropped or size < 1000 * seats:
        wrong.append("not everything was recorded: %d bytes, %d packets missed" % (size, dropped))
    if sum(word in in_file for word in words) < len(words) / 2 or len(words) < 50:
        wrong.append("of %d words hardly any is in the session's own file, so nothing was looked for" % len(words))
    for text in sorted(words | secrets):
        if any(text in stream for stream in wire):
            wrong.append("the recording holds %r" % text)
    return wrong, ("%d bytes recorded on %s hold none of %d words and names and none of %d codes, keys and numbers"
                   % (size, os.environ["STANDPOINT_NETWORK"], len(words), len(secrets)))


def run(program, session, seats, seconds):
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "recorded.standpoint")
        shutil.copy(session, file)
        show = lambda: json.loads(subprocess.run([program, "show", file, "--json"], capture_output=True, text=True, check=True).stdout)
        looked_for = words_of(show())
        recorder = Recorder()
        host = subprocess.Popen([program, "host", file, "--port", "0", "--bind", "127.0.0.1", "--json"], stdout=subprocess.PIPE, text=True)
        try:
            said = json.loads(host.stdout.readline())
            robots = subprocess.run([program, "robots", said["url"], "--lead", said["facilitator_url"], "--seats", str(seats), "--script", "mix", "--seconds", str(seconds)],
                                    capture_output=True, text=True)
            host.send_signal(signal.SIGTERM)
            host.wait(20)
        finally:
            host.kill()
        looked_for |= words_of(show())
        with open(file, "rb") as kept:
            in_file = kept.read()
    saw = json.loads(robots.stdout) if robots.stdout.startswith("{") else {}
    wrong, told = told_by(recorder, said, looked_for, in_file, seats)
    if not saw.get("finished") or saw.get("joined") != seats or saw.get("lost"):
        wrong.append("the robots did not get through: %s %s" % (robots.stdout.strip(), robots.stderr.strip()))
    for line in wrong[:20]:
        print("recorded: " + line, file=sys.stderr)
    if wrong:
        return 1
    print("%d robots' workshop: %s" % (seats, told))
    return 0


def in_a_network_of_its_own():
    """Starts this script once more in one; where none may be made, it goes on."""
    if "STANDPOINT_NETWORK" not in os.environ:
        own = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--net", "--map-root-user"]
        may = subprocess.run(own + ["ip", "link", "set", "lo", "up"], capture_output=True).returncode == 0
        os.environ["STANDPOINT_NETWORK"] = "a network of its own" if may else "this computer's loopback interface"
        if may:
            os.execvp("unshare", own + [sys.executable] + sys.argv)
    elif os.environ["STANDPOINT_NETWORK"] == "a network of its own":
        subprocess.run(["ip", "link", "set", "lo", "up"], check=True)


def main():
    in_a_network_of_its_own()
    seats, seconds = [int(given) for given in sys.argv[3:5] + ["12", "60"][len(sys.argv) - 3:]]
    sys.exit(run(sys.argv[1], sys.argv[2], seats, seconds))


if __name__ == "__main__":
    main()
