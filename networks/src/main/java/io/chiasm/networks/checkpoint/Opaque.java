package io.chiasm.networks.checkpoint;

/** An object of a pickle that is passed over unread. */
enum Opaque {
  OBJECT
}
