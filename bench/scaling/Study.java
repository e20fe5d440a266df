/**
 * What is to be done, network by network: its blocks of photographs, then the Gram matrices of each
 * layer, then the tasks of each layer.
 */
record Study(
    int networks, int blocks, int layers, int tasks, Cost extraction, Cost gram, Cost encoding) {
  double seconds() {
    return networks
        * (blocks * extraction.mean() + layers * (gram.mean() + tasks * encoding.mean()));
  }
}
