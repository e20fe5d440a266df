"""Writes torchvision.csv: facts about published weights, from torchvision's own metadata.

Needs torch and torchvision (made with torch 2.15.0, torchvision 0.29.2). Usage:
python make_catalogue.py > torchvision.csv
"""
import os

import torchvision
from torchvision.models import get_model_weights

# Layers of strides 4, 16 and 32.
TAPS = {
    "alexnet": "features.1 features.11 features.12",
    "convnext_base": "features.1 features.5 features.7",
    "convnext_large": "features.1 features.5 features.7",
    "convnext_small": "features.1 features.5 features.7",
    "convnext_tiny": "features.1 features.5 features.7",
    "densenet121": "features.denseblock1 features.denseblock3 features.norm5",
    "densenet161": "features.denseblock1 features.denseblock3 features.norm5",
    "densenet169": "features.denseblock1 features.denseblock3 features.norm5",
    "densenet201": "features.denseblock1 features.denseblock3 features.norm5",
    "efficientnet_b0": "features.2 features.5 features.8",
    "efficientnet_b1": "features.2 features.5 features.8",
    "efficientnet_b2": "features.2 features.5 features.8",
    "efficientnet_b3": "features.2 features.5 features.8",
    "efficientnet_b4": "features.2 features.5 features.8",
    "efficientnet_b5": "features.2 features.5 features.8",
    "efficientnet_b6": "features.2 features.5 features.8",
    "efficientnet_b7": "features.2 features.5 features.8",
    "efficientnet_v2_l": "features.2 features.5 features.8",
    "efficientnet_v2_m": "features.2 features.5 features.8",
    "efficientnet_v2_s": "features.2 features.5 features.7",
    "googlenet": "conv3 inception4e inception5b",
    "inception_v3": "Conv2d_4a_3x3 Mixed_6e Mixed_7c",
    "mnasnet0_5": "layers.8 layers.11 layers.16",
    "mnasnet0_75": "layers.8 layers.11 layers.16",
    "mnasnet1_0": "layers.8 layers.11 layers.16",
    "mnasnet1_3": "layers.8 layers.11 layers.16",
    "maxvit_t": "blocks.0 blocks.2 blocks.3",
    "mobilenet_v2": "features.3 features.13 features.18",
    "mobilenet_v3_large": "features.3 features.12 features.16",
    "mobilenet_v3_small": "features.1 features.8 features.12",
}

print("architecture,weights,file,acc1,acc5,parameters,resize,crop,interpolation,mean,std,early,middle,late")
for architecture, taps in TAPS.items():
    for weights in get_model_weights(architecture):
        if not weights.name.startswith("IMAGENET1K"):
            continue
        accuracy = weights.meta["_metrics"]["ImageNet-1K"]
        preset = weights.transforms()
        print(
            ",".join(
                [
                    architecture,
                    weights.name,
                    os.path.basename(weights.url),
                    str(accuracy["acc@1"]),
                    str(accuracy["acc@5"]),
                    str(weights.meta["num_params"]),
                    str(preset.resize_size[0]),
                    str(preset.crop_size[0]),
                    preset.interpolation.value,
                    " ".join(str(v) for v in preset.mean),
                    " ".join(str(v) for v in preset.std),
                    *taps.split(" "),
                ]
            )
        )
