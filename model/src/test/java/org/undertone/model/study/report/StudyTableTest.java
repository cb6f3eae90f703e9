// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyTableTest {

  @Test
  void readsBackAsItWasWritten(@TempDir Path folder) throws IOException {
    StudyTable table =
        new StudyTable(
            "odd-cells",
            "Odd",
            List.of("Name", "with \"quotes\", and comma"),
            List.of(List.of("two\nlines", "−1.5"), List.of("<b>&amp;", ""), List.of("ü", "3")),
            "");

    table.write(folder);

    try (Reader in = Files.newBufferedReader(folder.resolve(table.file()));
        CSVParser csv = CSVParser.parse(in, CSVFormat.RFC4180)) {
      List<List<String>> read = csv.getRecords().stream().map(CSVRecord::toList).toList();
      assertThat(read.get(0)).isEqualTo(table.columns());
      assertThat(read.subList(1, read.size())).isEqualTo(table.rows());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "61.6,true",
    "61.6 ± 6.7,true",
    "61.6 % ± 6.7,true",
    "−13 %,true",
    "+0.25,true",
    "12 ms,true",
    "1.2e-05,true",
    "64.2 ± 2.1 %,true",
    "2-D CNN,false",
    "8 classes,false",
    "ravdess_01,false"
  })
  void knowsNumbers(String cell, boolean number) {
    StudyTable table =
        new StudyTable("t", "T", List.of("a"), List.of(List.of(cell), List.of("-")), "");

    assertThat(table.isNumeric(0)).isEqualTo(number);
  }

  @Test
  void refusesWhatIsNoTable() {
    assertThatThrownBy(() -> new StudyTable("t", "T", List.of("a", "b"), List.of(List.of("1")), ""))
        .hasMessageContaining("table t has 2 columns, but a row of [1]");
    assertThatThrownBy(() -> new StudyTable("../t", "T", List.of("a"), List.of(), ""))
        .hasMessageContaining("is no id");
    assertThatThrownBy(() -> new StudyTable("t-dark", "T", List.of("a"), List.of(), ""))
        .hasMessageContaining("is no id");
  }
}
