package io.chiasm.networks.catalogue;

/** How photographs are resized. */
public enum Interpolation {
  BILINEAR,
  BICUBIC
}
