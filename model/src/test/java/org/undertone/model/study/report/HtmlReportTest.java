// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.corpus.Clip;
import org.undertone.model.corpus.Corpora;
import org.undertone.model.corpus.Corpus;
import org.undertone.model.measure.Sound;
import org.undertone.ser.TestData;
import org.undertone.ser.audio.AudioSource;
import org.undertone.ser.feature.ClipFeatures;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HtmlReportTest {
  private static final int RATE = 16_000;

  @TempDir private Path folder;

  @Test
  void everyPictureOfAnExplorationIsThereAndShowsSomething() throws Exception {
    Corpus corpus = firstOfOneSpeaker(Corpora.open(TestData.corpus("ravdess_speech")));
    FeatureTable features = features(corpus);

    StudySection section = Exploration.of(corpus, features).withSong(corpus, features).section();
    HtmlReport.write(folder, "A <small> report", "Few & short.", List.of(section));

    Document page = page();
    assertThat(text(page, "title")).containsExactly("A <small> report");
    List<String> pictures = new ArrayList<>(values(page, "img", "src"));
    pictures.addAll(values(page, "source", "srcset"));
    assertThat(pictures).hasSize(2 * section.figures().size()).hasSizeGreaterThan(30);
    assertThat(pictures).allSatisfy(this::showsSomething);
    assertThat(values(page, "img", "alt")).allSatisfy(alt -> assertThat(alt).isNotBlank());
    assertThat(values(page, "table", "id"))
        .allSatisfy(id -> assertThat(folder.resolve("tables/" + id + ".csv")).isNotEmptyFile())
        .contains("speech-emotions", "feature-checks", "speech-song");
    List<String> ids = values(page, "*", "id");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(values(page, "a", "href"))
        .filteredOn(href -> href.startsWith("#"))
        .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    assertThat(text(page, "caption")).hasSameSizeAs(section.tables());
    assertThat(values(page, "th", "scope")).containsOnly("col", "row");
  }

  @Test
  void needsNothingFromElsewhereAndEscapesWhatItIsGiven() throws Exception {
    StudyTable table =
        new StudyTable("t", "<i>", List.of("a&b", "n"), List.of(List.of("\u0001<td>", "1")), "n<");
    StudySection section =
        StudySection.builder("s", "\"<script>\"").paragraph("]]> &amp;").table(table).build();

    HtmlReport.write(folder, "T", "<script>alert(1)</script>", List.of(section));

    String html = Files.readString(folder.resolve("index.html"));
    assertThat(html).startsWith("<!DOCTYPE html>").doesNotContain("<script", "http:", "https:");
    assertThat(text(page(), "p")).contains("<script>alert(1)</script>", "]]> &amp;");
    assertThat(text(page(), "th")).contains("a&b", "\uFFFD<td>");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void refusesAnIdTakenTwice() {
    StudySection one = StudySection.builder("same", "One").build();

    assertThatThrownBy(() -> HtmlReport.write(folder, "T", "", List.of(one, one)))
        .hasMessage("the id same is taken twice");
  }

  private static Corpus firstOfOneSpeaker(Corpus corpus) {
    List<Clip> clips =
        corpus.clips().stream()
            .filter(clip -> clip.speaker().equals("ravdess_01"))
            .filter(clip -> clip.intensity().equals("normal") && clip.repetition().equals("1"))
            .toList();
    assertThat(clips).hasSize(16);
    return new Corpus(corpus.name(), corpus.format(), clips, corpus.report());
  }

  private static FeatureTable features(Corpus corpus) throws IOException {
    ClipFeatures extractor = new ClipFeatures(RATE);
    double[][] rows = new double[corpus.clips().size()][];
    List<String> labels = new ArrayList<>();
    for (Clip clip : corpus.clips()) {
      try (AudioSource source = clip.open()) {
        rows[labels.size()] = extractor.compute(Sound.read(source).at(RATE).samples());
      }
      labels.add(clip.emotion().label());
    }
    return new FeatureTable(ClipFeatures.columns(), rows, labels);
  }

  private void showsSomething(String file) throws IOException {
    BufferedImage image = ImageIO.read(folder.resolve(file).toFile());
    assertThat(image.getWidth()).as(file).isEqualTo(Canvas.WIDTH * Canvas.SCALE);
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    long drawn = Arrays.stream(pixels).filter(pixel -> pixel != pixels[0]).count();
    assertThat((double) drawn / pixels.length).as(file).isGreaterThan(0.02);
    BitSet colors = new BitSet(1 << 24);
    Arrays.stream(pixels).forEach(pixel -> colors.set(pixel & 0xFFFFFF));
    assertThat(colors.cardinality()).as(file).isGreaterThan(20);
  }

  private Document page() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(folder.resolve("index.html").toFile());
  }

  private static List<String> text(Document page, String name) {
    return elements(page, name).stream().map(Element::getTextContent).toList();
  }

  private static List<String> values(Document page, String name, String attribute) {
    return elements(page, name).stream()
        .map(element -> element.getAttribute(attribute))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static List<Element> elements(Document page, String name) {
    NodeList nodes = page.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
