package io.chiasm.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Pages that are made from the code; {@code docs/regenerate} writes them anew. */
class GeneratedReferencesTest {
  private static final boolean WRITE = Boolean.getBoolean("chiasm.docs.write");

  @Test
  void theCommandLineIsThatOfItsPage() throws IOException {
    compare("command-line.md", CommandLineReference.page());
  }

  @Test
  void theEventsAreThoseOfTheirPage() throws IOException {
    compare("events.md", EventsReference.page());
  }

  private static void compare(String name, String made) throws IOException {
    Path page = Page.HOME.resolve("docs/reference").resolve(name);
    if (WRITE) {
      Files.writeString(page, made);
    }
    assertThat(page).as("run docs/regenerate").exists();
    assertThat(Files.readString(page)).as("%s: run docs/regenerate", name).isEqualTo(made);
  }
}
