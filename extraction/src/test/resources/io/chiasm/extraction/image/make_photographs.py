"""Makes the small photographs here, and what Pillow 12.3.0 decodes them to (NAME.rgb, raw RGB).

pip install pillow==12.3.0 numpy; python make_photographs.py
"""
import io
import struct
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, PngImagePlugin

HERE = Path(__file__).parent
W, H = 13, 9
rng = np.random.default_rng(1)
noise = rng.integers(0, 256, (H, W, 4), dtype=np.uint8)
y, x = np.mgrid[0:32, 0:41]
smooth = np.stack([6 * x, 7 * y, 3 * x + 4 * y], -1).clip(0, 255).astype(np.uint8)


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(depth, colour, rows, extra=b"", width=W, height=H, interlace=0):
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlace)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra
            + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + r for r in rows))) + chunk(b"IEND", b""))


def packed(values, depth):
    bits = "".join(format(int(v), f"0{depth}b") for v in values)
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))


def adam7(a):
    """Rows of the seven passes of an array [row, column, bytes]."""
    for y0, x0, dy, dx in [(0, 0, 8, 8), (0, 4, 8, 8), (4, 0, 8, 4), (0, 2, 4, 4), (2, 0, 4, 2), (0, 1, 2, 2), (1, 0, 2, 1)]:
        part = a[y0::dy, x0::dx]
        if part.size:
            yield from (r.tobytes() for r in part)


def saved(image, fmt, **options):
    out = io.BytesIO()
    image.save(out, fmt, **options)
    return out.getvalue()


files = {}
for depth in (1, 2, 4):
    grey = noise[..., 0] >> (8 - depth)
    files[f"grey{depth}.png"] = png(depth, 0, [packed(r, depth) for r in grey])
    palette = bytes(rng.integers(0, 256, 3 << depth, dtype=np.uint8))
    files[f"palette{depth}.png"] = png(depth, 3, [packed(r, depth) for r in grey], chunk(b"PLTE", palette))
files["grey8.png"] = saved(Image.fromarray(noise[..., 0]), "PNG")
files["grey8-transparent.png"] = png(8, 0, [r.tobytes() for r in noise[..., 0]], chunk(b"tRNS", struct.pack(">H", int(noise[0, 0, 0]))))
files["grey-alpha8.png"] = saved(Image.fromarray(noise[..., :2].copy(), "LA"), "PNG")
palette = bytes(rng.integers(0, 256, 768, dtype=np.uint8))
files["palette8.png"] = png(8, 3, [r.tobytes() for r in noise[..., 0]], chunk(b"PLTE", palette))
files["palette8-transparent.png"] = png(8, 3, [r.tobytes() for r in noise[..., 0]], chunk(b"PLTE", palette) + chunk(b"tRNS", bytes(range(256))))
files["rgb8.png"] = saved(Image.fromarray(noise[..., :3].copy()), "PNG")
files["rgb8-transparent.png"] = png(8, 2, [r.tobytes() for r in noise[..., :3]], chunk(b"tRNS", struct.pack(">HHH", *map(int, noise[0, 0, :3]))))
info = PngImagePlugin.PngInfo()
info.add_text("Comment", "text " * 50, zip=True)
files["rgb8-gamma-text.png"] = png(8, 2, [r.tobytes() for r in noise[..., :3]], chunk(b"gAMA", struct.pack(">I", 100000)) + chunk(b"sRGB", b"\0") + chunk(b"PLTE", palette))
files["rgb8-text.png"] = saved(Image.fromarray(noise[..., :3].copy()), "PNG", pnginfo=info)
files["rgba8.png"] = saved(Image.fromarray(noise), "PNG")
deep = rng.integers(0, 65536, (H, W, 4)).astype(">u2")
files["grey-alpha16.png"] = png(16, 4, [r.tobytes() for r in deep[..., :2]])
files["rgb16.png"] = png(16, 2, [r.tobytes() for r in deep[..., :3]])
files["rgba16.png"] = png(16, 6, [r.tobytes() for r in deep])
files["interlaced-rgb8.png"] = png(8, 2, [b for b in adam7(noise[..., :3])], interlace=1)
files["interlaced-grey16.png"] = png(16, 0, [b for b in adam7(deep[..., :1])], interlace=1)
files["grey16.png"] = png(16, 0, [r.tobytes() for r in deep[..., 0]])

photo = Image.fromarray(smooth)
files["baseline-420.jpg"] = saved(photo, "JPEG", quality=90)
files["baseline-422.jpg"] = saved(photo, "JPEG", quality=80, subsampling="4:2:2")
files["baseline-444.jpg"] = saved(photo, "JPEG", quality=95, subsampling="4:4:4")
files["progressive.jpg"] = saved(photo, "JPEG", quality=85, progressive=True)
files["grey.jpg"] = saved(photo.convert("L"), "JPEG", quality=85)
files["rgb-components.jpg"] = saved(photo, "JPEG", quality=95, keep_rgb=True)
exif = Image.Exif()
exif[0x0112] = 6  # orientation: turned, which exif_transpose() applies
files["orientation.jpg"] = saved(photo, "JPEG", quality=85, exif=exif)
plain = files["baseline-444.jpg"]
assert plain[2:4] == b"\xff\xe0"
files["no-jfif-444.jpg"] = plain[:2] + plain[4 + struct.unpack(">H", plain[4:6])[0]:]
files["restart-intervals.jpg"] = saved(photo, "JPEG", quality=85, restart_marker_blocks=2)
files["trailing-bytes.jpg"] = files["baseline-420.jpg"] + b"after the end"
# Bytes that are no profile: whoever reads profiles stumbles here.
files["profile.jpg"] = saved(photo, "JPEG", quality=85, icc_profile=b"not even a profile")

for name, data in files.items():
    (HERE / name).write_bytes(data)
    if "grey16" not in name:  # Pillow cuts 16-bit grey at 255; see PhotographDecoder
        rgb = ImageOps.exif_transpose(Image.open(io.BytesIO(data))).convert("RGB")
        (HERE / (name + ".rgb")).write_bytes(struct.pack(">II", rgb.height, rgb.width) + rgb.tobytes())
for name in ("grey16.png", "interlaced-grey16.png"):
    high = (deep[..., :1] >> 8).astype(np.uint8).repeat(3, -1)
    (HERE / (name + ".rgb")).write_bytes(struct.pack(">II", H, W) + high.tobytes())

# Refused
(HERE / "cmyk.jpg").write_bytes(saved(photo.convert("CMYK"), "JPEG"))
animated = saved(photo, "PNG", save_all=True, append_images=[photo.transpose(Image.Transpose.FLIP_LEFT_RIGHT)])
(HERE / "animated.png").write_bytes(animated)
