#!/usr/bin/env python3
"""A host with few open files, held by hundreds of idle connections and flooded by some, while a room of robots votes.

Usage: tests/attack/crowded_host.py PROGRAM SESSION [CONNECTIONS [SEATS]]
The session is copied. Every robot must come in, every ballot be acknowledged once, and the file be sound afterwards: whoever never says
who they are may take neither the room's places nor the files that its ballots need.
"""
import json
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

OPEN_FILES = 160
STRANGERS_TIME = 10  # s until the host ends whoever says nothing: a room that had to wait for that would not be through before
PING = b"\x89\x80\x00\x00\x00\x00"
UPGRADE = ("GET /ws HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")


class Crowd:
    """Connections that stay silent, and others that ping without a pause; whichever the host ends comes again."""

    def __init__(self, port, idle, flooding, address="127.0.0.1"):
        self.address = address
        self.port, self.over, self.connects, self.sent = port, False, 0, 0
        self.threads = [threading.Thread(target=self.hold, args=(idle,))] + [threading.Thread(target=self.flood) for _ in range(flooding)]
        for thread in self.threads:
            thread.start()

    def connect(self):
        self.connects += 1
        return socket.create_connection(("127.0.0.1", self.port), timeout=5, source_address=(self.address, 0))

    def hold(self, idle):
        held = []
        while not self.over:
            try:
                held.append(self.connect())
            except OSError:
                time.sleep(0.01)
            if len(held) > idle:
                held.pop(0).close()
            time.sleep(0.002)

    def flood(self):
        own = "127.0.0.1:%d" % self.port
        while not self.over:
            try:
                with self.connect() as one:
                    one.sendall(UPGRADE.format(own).encode())
                    while not self.over:
                        self.sent += one.send(PING * 2000)
            except OSError:
                time.sleep(0.05)

    def end(self):
        self.over = True
        for thread in self.threads:
            thread.join()


def main():
    program, session = sys.argv[1:3]
    idle, seats = [int(given) for given in sys.argv[3:5] + ["400", "12"][len(sys.argv) - 3:]]
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "crowded.standpoint")
        shutil.copy(session, file)
        host = subprocess.Popen([program, "host", file, "--port", "0", "--bind", "127.0.0.1", "--json"], stdout=subprocess.PIPE, text=True,
                                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES)))
        try:
            said = json.loads(host.stdout.readline())
            crowd = Crowd(said["port"], idle, 10)
            time.sleep(1)
            robots = subprocess.run([program, "robots", said["url"], "--lead", said["facilitator_url"], "--seats", str(seats), "--script", "vote", "--seconds", str(STRANGERS_TIME - 1)],
                                    capture_output=True, text=True)
            crowd.end()
            host.send_signal(signal.SIGTERM)
            ended = host.wait(20)
        finally:
            host.kill()
        saw = json.loads(robots.stdout) if robots.stdout.startswith("{") else {}
        sound = subprocess.run([program, "check", file], capture_output=True, text=True)
    wrong = []
    if not saw.get("finished") or saw.get("joined") != seats:
        wrong.append("the robots did not get through: %s %s" % (robots.stdout.strip(), robots.stderr.strip()))
    # Who thinks again while the vote is being closed is refused, and the ballot before counts.
    elif saw["lost"] or saw["duplicated"] or saw["accepted"] < seats or saw["accepted"] + saw["refused"] != saw["sent"]:
        wrong.append("not every ballot counts once: %s" % robots.stdout.strip())
    if crowd.connects < OPEN_FILES or crowd.sent == 0:
        wrong.append("there was no crowd: %d connections, %d bytes" % (crowd.connects, crowd.sent))
    if ended != 0:
        wrong.append("the host ended with %d" % ended)
    if sound.returncode != 0:
        wrong.append("the file is not sound: %s" % (sound.stdout + sound.stderr).strip())
    for line in wrong:
        print("crowded_host: " + line, file=sys.stderr)
    if wrong:
        sys.exit(1)
    print("%d robots voted among %d connections to a host with %d open files, %d bytes of pings: %d ballots and moments, each once; acknowledged in %.0f ms (p50), %.0f ms (p99)"
          % (seats, crowd.connects, OPEN_FILES, crowd.sent, saw["accepted"], saw["acknowledged"]["p50_ms"], saw["acknowledged"]["p99_ms"]))


if __name__ == "__main__":
    main()
