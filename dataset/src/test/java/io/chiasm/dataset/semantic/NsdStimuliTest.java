package io.chiasm.dataset.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NsdStimuliTest {
  @Test
  void columnsAreFoundByName() {
    // When
    NsdStimuli stimuli =
        NsdStimuli.read(
            ",cocoId,cocoSplit,cropBox,loss,nsdId\n"
                + "0,532481,val2017,\"(0, 0, 0.1671875, 0.1671875)\",0.1,0\n",
            "nsd.csv");
    // Then
    assertThat(stimuli.uses(532481)).isTrue();
    assertThat(stimuli.uses(0)).isFalse();
    assertThat(stimuli.origin(new StimulusId(0)))
        .hasValue(new NsdStimuli.Origin(532481, new CropBox(0, 0, 0.1671875, 0.1671875)));
    assertThat(stimuli.origin(new StimulusId(1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "stimulus,category | nsd.csv:1: found no column nsdId, cocoId, cropBox; possible: NSD's nsd_stim_info_merged.csv",
        "nsdId,cocoId,cropBox;0,1 | nsd.csv:2: found 2 values; possible: 3, as the header has columns",
        "nsdId,cocoId,cropBox;x,1,\"(0,0,0,0)\" | nsd.csv:2: found the nsdId 'x'; possible: a whole number",
        "nsdId,cocoId,cropBox;0,-1,\"(0,0,0,0)\" | nsd.csv:2: found the cocoId '-1'; possible: a whole number",
        "nsdId,cocoId,cropBox;0,1,\"(0,0,0.6,0.6)\" | nsd.csv:2: found the cropBox '(0,0,0.6,0.6)'; possible: (top, bottom, left, right)",
        "nsdId,cocoId,cropBox;0,1,\"(0,0,0,0)\";0,1,\"(0,0,0,0)\" | nsd.csv:3: found the nsdId '0' again; possible: each stimulus once",
        "nsdId,nsdId,cocoId,cropBox | nsd.csv:1: found the column nsdId twice; possible: each column once",
        "`` | nsd.csv:1: found nothing; possible: NSD's nsd_stim_info_merged.csv",
      })
  void aWrongTableIsRefusedWithItsLine(String lines, String message) {
    assertThatThrownBy(() -> NsdStimuli.read(lines.trim().replace(';', '\n'), "nsd.csv"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(message);
  }
}
