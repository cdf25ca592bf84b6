#!/bin/sh
# Writes the PNG files of this folder again, with Debian's netpbm (libpng) and python3. Each picture twice, plain and
# interlaced, and some as the binary PGM or PPM they were made from.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
/usr/bin/python3 - "$work" <<'PY'
import sys, random
folder, (width, height) = sys.argv[1], (23, 17)
r = random.Random(17)
def write(name, magic, most, value):
    with open(f"{folder}/{name}", "w") as f:
        f.write(f"{magic}\n{width} {height}\n{most}\n")
        f.write("\n".join(" ".join(str(v) for v in value(x, y)) for y in range(height) for x in range(width)) + "\n")
for bits in (1, 2, 4, 8, 16):
    most = 2 ** bits - 1
    write(f"grey{bits}.pgm", "P2", most, lambda x, y: [(x * y * most // 350 + r.randrange(most // 8 + 2)) % (most + 1)])
for bits in (8, 16):
    most = 2 ** bits - 1
    write(f"rgb{bits}.ppm", "P3", most, lambda x, y: [x * most // 22, y * most // 16, r.randrange(most + 1)])
palette = [(r.randrange(256), r.randrange(256), r.randrange(256)) for _ in range(200)]
for colours in (2, 4, 16, 200):
    write(f"palette{colours}.ppm", "P3", 255, lambda x, y: palette[(x * x + y) % colours])
write("alpha.pgm", "P2", 255, lambda x, y: [(x * 11 + y * 3) % 256])
PY
for interlace in "" "-interlace"; do
    for bits in 1 2 4 8 16; do pnmtopng -quiet $interlace "$work/grey$bits.pgm" >"grey$bits$interlace.png"; done
    for bits in 8 16; do pnmtopng -quiet $interlace "$work/rgb$bits.ppm" >"rgb$bits$interlace.png"; done
    for colours in 2 4 16 200; do pnmtopng -quiet $interlace "$work/palette$colours.ppm" >"palette$colours$interlace.png"; done
    pnmtopng -quiet $interlace -alpha="$work/alpha.pgm" "$work/grey8.pgm" >"grey-alpha8$interlace.png"
    pnmtopng -quiet $interlace -alpha="$work/alpha.pgm" "$work/rgb8.ppm" >"rgb-alpha8$interlace.png"
    pnmtopng -quiet $interlace -transparent=black "$work/palette16.ppm" >"palette16-transparent$interlace.png"
    pnmtopng -quiet $interlace -transparent=black "$work/grey4.pgm" >"grey4-transparent$interlace.png"
done
for source in grey4.pgm grey16.pgm rgb8.ppm rgb16.ppm; do pamtopnm "$work/$source" >"$source"; done
rm -r "$work"
