#!/usr/bin/env python3
"""lectern.svg in; the icons of Linux (png), Windows (ico) and macOS (icns) out, beside it.

Needs rsvg-convert (on Debian the package librsvg2-bin). An ico and an icns file are only a table and PNG pictures.
"""

import struct
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
# The first is the window's own icon, which is kept unpacked in the program: a small one.
PNG = {"64x64.png": 64, "32x32.png": 32, "128x128.png": 128, "128x128@2x.png": 256, "icon.png": 512}
ICO = [16, 24, 32, 48, 64, 256]
ICNS = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def picture(size: int) -> bytes:
    command = ["rsvg-convert", "--width", str(size), "--height", str(size), HERE / "lectern.svg"]
    return subprocess.run(command, check=True, capture_output=True).stdout


def ico(sizes: list[int]) -> bytes:
    pictures = [picture(size) for size in sizes]
    offset = 6 + 16 * len(sizes)
    table = struct.pack("<HHH", 0, 1, len(sizes))
    for size, data in zip(sizes, pictures):
        # A side of 256 is written as 0.
        table += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return table + b"".join(pictures)


def icns(kinds: dict[bytes, int]) -> bytes:
    parts = b""
    for kind, size in kinds.items():
        data = picture(size)
        parts += kind + struct.pack(">I", 8 + len(data)) + data
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


for name, size in PNG.items():
    (HERE / name).write_bytes(picture(size))
(HERE / "icon.ico").write_bytes(ico(ICO))
(HERE / "icon.icns").write_bytes(icns(ICNS))
