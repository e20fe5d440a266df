"""Makes lite0.csv: activations of EfficientNet-Lite0 by Pillow 12.3.0 and onnxruntime 1.32.0.

Of three photographs of the simulated Algonauts folder, layers stage3, stage6 and stage9: standard
deviation, mean, mean of value times place (0 to 1), and values at 12 places of one photograph.
pip install pillow==12.3.0 onnx==1.23.2 onnxruntime==1.32.0 numpy; CHIASM_SHARED_DATA=... python make_lite0.py
"""
import os
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from PIL import Image

DATA = Path(os.environ["CHIASM_SHARED_DATA"])
LAYERS = ["stage3", "stage6", "stage9"]
FOLDER = "algonauts_sim/subj01/training_split/training_images"

model = onnx.load(DATA / "networks/efficientnet_lite0.onnx")
del model.graph.output[:]
model.graph.output.extend(onnx.ValueInfoProto(name=layer) for layer in LAYERS)
session = onnxruntime.InferenceSession(onnx.shape_inference.infer_shapes(model).SerializeToString())
rows = ["photograph,layer,std,mean,ramp," + ",".join(f"value{i}" for i in range(12))]
for path in sorted((DATA / FOLDER).glob("*.png"))[:3]:
    image = Image.open(path).convert("RGB").resize((224, 224), Image.Resampling.BILINEAR)
    x = np.asarray(image).transpose(2, 0, 1)[None].astype(np.float32) / np.float32(255)
    x = (x - np.float32(127 / 255)) / np.float32(128 / 255)
    for layer, values in zip(LAYERS, session.run(LAYERS, {"input": x})):
        flat = values.ravel()
        wide = flat.astype(np.float64)
        ramp = (wide * np.arange(flat.size) / flat.size).mean()
        picks = flat[(np.arange(12) * 2 + 1) * flat.size // 24].tolist()
        rows.append(",".join([path.name, layer, *(repr(float(v)) for v in [wide.std(), wide.mean(), ramp, *picks])]))
Path(__file__).with_name("lite0.csv").write_text("\n".join(rows) + "\n")
