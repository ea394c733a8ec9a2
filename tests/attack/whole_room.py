#!/usr/bin/env python3
"""Everything at once: thirty robots vote while a stranger floods, a guest fills seats with screens that never read, the clock jumps, the disk errs, the file
is renamed, and somebody records the network. Every acknowledged ballot must count once, and the recording must tell nothing.

Usage: tests/attack/whole_room.py PROGRAM SESSION [SEATS [SECONDS]]
The session is copied. Everything shares a network that has nothing but a loopback interface, where one may be made (see recorded.py); what
the flood sends comes from an address of its own and is not recorded.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True  # of the two beside it
import crowded_host
import recorded

FLOOD_FROM = "127.0.0.5"
YEAR, HOUR = 365 * 24 * 3600, 3600


def preloads(folder):
    here = os.path.dirname(os.path.abspath(__file__))
    made = []
    for name in ("failing_disk", "jumping_clock"):
        made.append(os.path.join(folder, name + ".so"))
        subprocess.run(["cc", "-shared", "-fPIC", "-o", made[-1], os.path.join(here, name + ".c")], check=True)
    return " ".join(made)


def newest(folder):
    """Where the session is now: beside the file that it had, with a name of its own."""
    return max((os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".standpoint")), key=os.path.getmtime)


def misfortunes(file, clock, disk, over):
    """One after the other, until the room is done; every one of them came at least once when this returns True."""
    def jump(seconds):
        with open(clock + ".new", "w") as new:
            new.write(str(seconds))
        os.rename(clock + ".new", clock)

    def fail():
        open(disk, "w").close()
        time.sleep(0.3)
        os.remove(disk)

    came = 0
    def move():
        now = newest(os.path.dirname(file))
        os.rename(now, now + ".moved")

    steps = [lambda: jump(YEAR), fail, move, lambda: jump(-HOUR), fail, lambda: jump(0)]
    while not over.wait(0.4) or came < len(steps):
        if came < len(steps):
            steps[came]()
        came += 1
    return


def main():
    recorded.in_a_network_of_its_own()
    program, session = sys.argv[1:3]
    seats, seconds = [int(given) for given in sys.argv[3:5] + ["30", "90"][len(sys.argv) - 3:]]
    with tempfile.TemporaryDirectory() as folder:
        file, clock, disk = [os.path.join(folder, name) for name in ("room.standpoint", "clock", "disk")]
        shutil.copy(session, file)
        os.chmod(file, 0o600)
        show = lambda path: json.loads(subprocess.run([program, "show", path, "--json"], capture_output=True, text=True, check=True).stdout)
        looked_for = recorded.words_of(show(file))
        recorder = recorded.Recorder(but_from=FLOOD_FROM)
        own = dict(os.environ, LD_PRELOAD=preloads(folder), ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0",
                   JUMPING_CLOCK=clock, FAILING_DISK=disk)
        with open(os.path.join(folder, "said"), "w+") as said_of_trouble:
            host = subprocess.Popen([program, "host", file, "--port", "0", "--bind", "127.0.0.1", "--json"], stdout=subprocess.PIPE, stderr=said_of_trouble, text=True, env=own)
            try:
                said = json.loads(host.stdout.readline())
                crowd = crowded_host.Crowd(said["port"], 200, 2, FLOOD_FROM)
                guests = subprocess.Popen([program, "robots", said["url"], "--seats", "150", "--stall", "150", "--seed", "9", "--seconds", str(seconds)], stdout=subprocess.DEVNULL)
                over = threading.Event()
                misfortune = threading.Thread(target=misfortunes, args=(file, clock, disk, over))
                misfortune.start()
                robots = subprocess.run([program, "robots", said["url"], "--lead", said["facilitator_url"], "--seats", str(seats), "--script", "mix", "--seconds", str(seconds)],
                                        capture_output=True, text=True)
                over.set()
                misfortune.join()
                guests.terminate()
                guests.wait()
                crowd.end()
                host.send_signal(signal.SIGTERM)
                ended = host.wait(30)
            finally:
                host.kill()
            said_of_trouble.seek(0)
            trouble = said_of_trouble.read()
        kept = newest(folder)
        saw = json.loads(robots.stdout) if robots.stdout.startswith("{") else {}
        wrong = []
        if not any(name.endswith(".moved") for name in os.listdir(folder)) or "-kept" not in kept:
            wrong.append("the session does not go on beside its renamed file: %s, %s" % (os.listdir(folder), trouble.strip()))
        sound = subprocess.run([program, "check", kept], capture_output=True, text=True)
        if sound.returncode != 0:
            wrong.append("the file is not sound: %s" % (sound.stdout + sound.stderr).strip())
        looked_for |= recorded.words_of(show(kept))
        with open(kept, "rb") as whole:
            told_wrong, told = recorded.told_by(recorder, said, looked_for, whole.read(), seats)
        wrong += told_wrong
    if not saw.get("finished") or saw.get("joined") != seats:
        wrong.append("the robots did not get through: %s %s %s" % (robots.stdout.strip(), robots.stderr.strip(), trouble.strip()))
    elif saw["lost"] or saw["duplicated"] or saw["accepted"] < seats:
        wrong.append("not every ballot counts once: %s" % robots.stdout.strip())
    if crowd.connects < 100 or crowd.sent == 0:
        wrong.append("there was no flood: %d connections, %d bytes" % (crowd.connects, crowd.sent))
    if ended != 0:
        wrong.append("the host ended with %d: %s" % (ended, trouble.strip()))
    for line in wrong[:20]:
        print("whole_room: " + line, file=sys.stderr)
    if wrong:
        sys.exit(1)
    print("%d robots among %d connections, %d bytes of pings and 150 guests: %d of %d done, each once, acknowledged in %.0f ms (p50), %.0f ms (p99); %s"
          % (seats, crowd.connects, crowd.sent, saw["accepted"], saw["sent"], saw["acknowledged"]["p50_ms"], saw["acknowledged"]["p99_ms"], told))


if __name__ == "__main__":
    main()
