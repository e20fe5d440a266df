package io.chiasm.report.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.testing.SharedData;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurfaceFolderTest {
  @Test
  void freeSurfersOwnFilesAreRead(@TempDir Path folder) throws IOException {
    // Given
    HemisphereSurface ball = Balls.ball();
    for (String side : new String[] {"lh", "rh"}) {
      writeSurface(folder.resolve(side + ".inflated"), ball.mesh());
      writeDepth(folder.resolve(side + ".sulc"), ball);
    }
    // When
    Cortex cortex = SurfaceFolder.open(folder);
    // Then
    Mesh read = cortex.of(Hemisphere.RH).mesh();
    assertThat(read.vertices()).isEqualTo(10_242);
    assertThat(read.faces()).isEqualTo(ball.mesh().faces());
    assertThat(read.coordinate(77, 2)).isEqualTo(ball.mesh().coordinate(77, 2));
    assertThat(cortex.of(Hemisphere.LH).sulcus(77)).isEqualTo(ball.sulcus(77));
  }

  @Test
  void nilearnsGiftiFilesOfFsaverageAreRead() {
    Cortex cortex = SurfaceFolder.open(SharedData.of("fsaverage").resolve("fsaverage5"));
    assertThat(cortex.of(Hemisphere.LH).mesh().vertices()).isEqualTo(10_242);
    assertThat(cortex.of(Hemisphere.LH).mesh().faces()).isEqualTo(20_480);
  }

  @Test
  void aMissingFileIsNamedWithWhatWouldBeRight(@TempDir Path folder) {
    assertThatThrownBy(() -> SurfaceFolder.open(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no file of the left hemisphere like lh.inflated or infl_left.gii");
    assertThatThrownBy(() -> SurfaceFolder.open(folder.resolve("nowhere")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not a readable folder");
  }

  @Test
  void aSurfaceThatIsNotFsaverageIsRefused(@TempDir Path folder) throws IOException {
    // Given
    Mesh small = new Mesh(new float[12], new int[] {0, 1, 2, 1, 2, 3});
    for (String side : new String[] {"lh", "rh"}) {
      writeSurface(folder.resolve(side + ".inflated"), small);
      writeDepth(folder.resolve(side + ".sulc"), new HemisphereSurface(small, new float[4]));
    }
    // Then
    assertThatThrownBy(() -> SurfaceFolder.open(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("4 vertices; fsaverage has 163842");
  }

  @Test
  void brokenAndHostileFilesAreInputErrors(@TempDir Path folder) throws IOException {
    refused(folder, "lh.inflated", new byte[] {1, 2, 3, 4}, "begins with 010203");
    refused(
        folder,
        "lh.inflated",
        new byte[] {-1, -1, -2, 10, 10, 0x7f, -1, -1, -1, 0, 0, 0, 1},
        "1 to");
    refused(folder, "lh.inflated", new byte[] {-1, -1, -2, 10, 10, 0, 0}, "ends too early");
    refused(
        folder, "infl_left.gii", "<nothing".getBytes(StandardCharsets.UTF_8), "not a GIFTI file");
    refused(folder, "infl_left.gii", gifti("Dim0=\"999999999\"", "AA=="), "999999999");
    refused(
        folder,
        "infl_left.gii",
        gifti("Dim0=\"4\" ExternalFileName=\"/etc/passwd\"", ""),
        "another");
    refused(
        folder, "infl_left.gii", gifti("Dim0=\"9\"", "eJwDAAAAAAE="), "0 numbers where its header");
    String entity = "<!DOCTYPE G [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><GIFTI>&x;</GIFTI>";
    refused(folder, "infl_left.gii", entity.getBytes(StandardCharsets.UTF_8), "infl_left.gii");
  }

  private static void refused(Path folder, String name, byte[] content, String message)
      throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    Path sulc = Files.write(folder.resolve("lh.sulc"), new byte[0]);
    assertThatThrownBy(() -> SurfaceFolder.open(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
    Files.delete(file);
    Files.delete(sulc);
  }

  private static byte[] gifti(String attributes, String data) {
    return ("<GIFTI><DataArray Intent=\"NIFTI_INTENT_POINTSET\" Encoding=\"GZipBase64Binary\" "
            + attributes
            + "><Data>"
            + data
            + "</Data></DataArray></GIFTI>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void writeSurface(Path file, Mesh mesh) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.write(new byte[] {-1, -1, -2});
      out.writeBytes("created by a test\n\n");
      out.writeInt(mesh.vertices());
      out.writeInt(mesh.faces());
      for (int i = 0; i < 3 * mesh.vertices(); i++) {
        out.writeFloat(mesh.coordinate(i / 3, i % 3));
      }
      for (int i = 0; i < 3 * mesh.faces(); i++) {
        out.writeInt(mesh.corner(i / 3, i % 3));
      }
    }
  }

  private static void writeDepth(Path file, HemisphereSurface surface) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.write(new byte[] {-1, -1, -1});
      out.writeInt(surface.mesh().vertices());
      out.writeInt(surface.mesh().faces());
      out.writeInt(1);
      for (int v = 0; v < surface.mesh().vertices(); v++) {
        out.writeFloat(surface.sulcus(v) ? 1 : -1);
      }
    }
  }
}
