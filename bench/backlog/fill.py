"""Files as the embedded S3 server keeps its objects: fill.py BUCKET-FOLDER OBJECTS."""
import hashlib
import os
import sys

PER_LAYER = 1000


def make(folder, count, suffix):
    os.makedirs(folder, exist_ok=True)
    for i in range(count):
        name = hashlib.sha256(f"{folder} {i}".encode()).hexdigest()[:32]
        with open(f"{folder}/{name}{suffix}", "wb", buffering=0) as file:
            file.write(b"x")


bucket, objects = sys.argv[1], int(sys.argv[2])
make(f"{bucket}/encodings", objects * 6 // 10, ".json")
make(f"{bucket}/grams", objects * 2 // 10, ".json")
for layer in range(objects * 2 // 10 // PER_LAYER):
    make(f"{bucket}/activations/{hashlib.sha256(str(layer).encode()).hexdigest()[:32]}", PER_LAYER, ".npy")
