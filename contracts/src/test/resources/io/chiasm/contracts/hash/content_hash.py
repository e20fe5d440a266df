"""The digests of ContentHashTest, computed from the documented bytes by Python's hashlib."""
import hashlib
import struct


def text(value):
    utf8 = value.encode("utf-8")
    return struct.pack(">i", len(utf8)) + utf8


def field(letter, name, payload):
    return letter + text(name) + payload


start = (
    text("chiasm-content-1")
    + field(b"t", "kind", text("activations"))
    + field(b"i", "version", struct.pack(">q", 1))
)
every_type = (
    start
    + field(b"t", "layer", text("features.2/é"))
    + field(b"i", "seed", struct.pack(">q", -1))
    + field(b"d", "alpha", struct.pack(">d", 1e-4))
    + field(b"b", "trained", struct.pack(">q", 1))
    + field(b"h", "network", hashlib.sha256(start).digest())
    + field(b"T", "stimuli", struct.pack(">i", 2) + text("nsd-00013") + text("nsd-00014"))
    + field(b"N", "alphas", struct.pack(">i", 2) + b"i" + struct.pack(">q", 3) + b"d" + struct.pack(">d", 0.5))
)
print("start     ", hashlib.sha256(start).hexdigest())
print("every type", hashlib.sha256(every_type).hexdigest())
