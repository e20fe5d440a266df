package io.chiasm.local.simulate;

import java.util.List;

/** The ROI classes of a made data set, named as in the published one. */
enum RoiClass {
  VISUAL("prf-visualrois", "V1v V1d V2v V2d V3v V3d hV4"),
  STREAMS("streams", "early midventral midlateral midparietal ventral lateral parietal"),
  /** RSC stays empty, as ROIs do in some people. */
  PLACES("floc-places", "OPA PPA RSC");

  private final String label;
  private final String rois;

  RoiClass(String label, String rois) {
    this.label = label;
    this.rois = rois;
  }

  String label() {
    return label;
  }

  /** Names by id; id 0 is no ROI. */
  List<String> names() {
    return List.of(("Unknown " + rois).split(" "));
  }
}
