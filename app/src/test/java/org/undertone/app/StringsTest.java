// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Every text is there in both languages, with the same gaps to fill, and none stands in a layout. */
public class StringsTest {
  private static final File RES = new File("src/main/res");
  private static final Pattern PLACEHOLDER = Pattern.compile("%(?:(\\d+)\\$)?[a-zA-Z]|%%");

  /** The polite form, where it is not merely the first word of a sentence. */
  private static final Pattern POLITE =
      Pattern.compile("(?<![.:!?„]\\s?)(?<!^)\\b(?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)\\b");

  private static final Pattern SHOWN =
      Pattern.compile(
          "(?:text|hint|title|summary|contentDescription|helperText)=\"([^@?\"][^\"]*)\"");

  /** Keys such as "string/app_name" and "plurals/x/one", and the texts of a language. */
  private static Map<String, String> texts(String folder) {
    Map<String, String> texts = new TreeMap<>();
    for (File file : new File(RES, folder).listFiles()) {
      for (Element element : children(root(file))) {
        boolean translated = !"false".equals(element.getAttribute("translatable"));
        if (translated) {
          add(texts, element, file.getName());
        }
      }
    }
    return texts;
  }

  private static void add(Map<String, String> texts, Element element, String file) {
    String key = element.getTagName() + "/" + element.getAttribute("name");
    switch (element.getTagName()) {
      case "string":
        assertThat(texts.put(key, element.getTextContent())).as(key + " in " + file).isNull();
        break;
      case "plurals":
        for (Element item : children(element)) {
          texts.put(key + "/" + item.getAttribute("quantity"), item.getTextContent());
        }
        break;
      case "string-array":
        int index = 0;
        for (Element item : children(element)) {
          // Of references, the texts themselves are compared.
          if (!item.getTextContent().startsWith("@string/")) {
            texts.put(key + "/" + index, item.getTextContent());
          }
          index++;
        }
        break;
      default:
        break;
    }
  }

  private static Element root(File file) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(file)
          .getDocumentElement();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i).getNodeType() == Node.ELEMENT_NODE) {
        children.add((Element) nodes.item(i));
      }
    }
    return children;
  }

  private static List<String> placeholders(String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    return matcher.results().map(found -> found.group()).sorted().collect(Collectors.toList());
  }

  @Test
  public void bothLanguagesHaveTheSameTexts() {
    assertThat(texts("values-de").keySet()).isEqualTo(texts("values").keySet());
  }

  @Test
  public void bothLanguagesHaveTheSameGapsToFill() {
    Map<String, String> german = texts("values-de");
    texts("values")
        .forEach(
            (key, english) ->
                assertThat(placeholders(german.get(key))).as(key).isEqualTo(placeholders(english)));
  }

  @Test
  public void noTextIsEmptyAndEveryPluralHasOneAndOther() {
    for (String folder : List.of("values", "values-de")) {
      Map<String, String> texts = texts(folder);
      texts.forEach((key, text) -> assertThat(text.trim()).as(folder + " " + key).isNotEmpty());
      for (String key : texts.keySet()) {
        if (key.startsWith("plurals/")) {
          String name = key.substring(0, key.lastIndexOf('/') + 1);
          assertThat(texts).containsKeys(name + "one", name + "other");
        }
      }
    }
  }

  @Test
  public void germanSaysDu() {
    texts("values-de")
        .forEach((key, text) -> assertThat(POLITE.matcher(text).find()).as(key).isFalse());
  }

  @Test
  public void noTextStandsInLayoutsMenusOrPreferences() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(RES.toPath())) {
      files
          .filter(file -> file.toString().matches(".*/(layout|menu|xml)[^/]*/[^/]*\\.xml"))
          .forEach(file -> found.addAll(shown(file)));
    }
    assertThat(found).isEmpty();
  }

  private static List<String> shown(Path file) {
    try {
      Matcher matcher = SHOWN.matcher(Files.readString(file));
      return matcher
          .results()
          .map(found -> file.getFileName() + ": " + found.group())
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
