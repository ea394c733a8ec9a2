#!/usr/bin/env python3
"""Rewrites the texts of a session file (FROM, OLD text, TO) into bytes that are no UTF-8 and hold escape sequences, and makes every
checksum right again: a file that another program wrote without keeping the rules. The layout is that of core/file/log_format.h."""
import struct
import sys

TABLE = []
for n in range(256):
    for _ in range(8):
        n = (n >> 1) ^ (0x82F63B78 if n & 1 else 0)
    TABLE.append(n)


def crc32c(crc, data):
    crc ^= 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 255] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


def mix(state, words):
    for word in words:
        state = ((state ^ word) * 0x9E3779B97F4A7C15) & (2**64 - 1)
        state ^= state >> 32
    return state


def main(source, old, target):
    data = bytearray(open(source, "rb").read())
    old = old.encode()
    hostile = (b"\xff\x1b]0;owned\x07\xc3\x1b[2J\x9b31m" * (len(old) // 16 + 1))[: len(old)]
    header_crc = struct.unpack_from("<I", data, 60)[0]
    crc, state, at, changed = header_crc, 0, 64, 0
    while at < len(data):
        length, _, kind, _, schema, sequence = struct.unpack_from("<IIBBHQ", data, at)
        payload = bytes(data[at + 20 : at + 20 + length])
        if kind == 1:
            changed += payload.count(old)
            payload = payload.replace(old, hostile)
            padded = payload + b"\0" * (-len(payload) % 8)
            state = mix(state, [sequence, schema << 32 | len(payload), *struct.unpack(f"<{len(padded) // 8}Q", padded)])
        data[at + 20 : at + 20 + length] = payload
        if kind == 2:
            struct.pack_into("<Q", data, at + 28, state)
            seal = crc32c(crc32c(crc32c(header_crc, data[at : at + 4]), data[at + 8 : at + 24]), data[at + 28 : at + 44])
            struct.pack_into("<I", data, at + 24, seal)
        crc = crc32c(crc32c(crc, data[at : at + 4]), data[at + 8 : at + 20 + length])
        struct.pack_into("<I", data, at + 4, crc)
        at += 20 + length
    assert changed, "the text is not in the file"
    open(target, "wb").write(data)


main(*sys.argv[1:])
