// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.apk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads and writes manifests and other XML of the build. */
final class ManifestXml {
  private static final String ANDROID = "http://schemas.android.com/apk/res/android";

  private ManifestXml() {}

  static Document read(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // Throws errors and prints nothing.
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(file.toFile());
    } catch (SAXParseException e) {
      throw new IOException("%s:%d: %s".formatted(file, e.getLineNumber(), e.getMessage()), e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException("Can't read " + file + ": " + e.getMessage(), e);
    }
  }

  /** Writes the manifest at {@code from} with one attribute of its application changed. */
  static void setApplication(Path from, String attribute, String value, Path to)
      throws IOException {
    Document document = read(from);
    for (Element application : elements(document, "application")) {
      application.setAttributeNS(ANDROID, "android:" + attribute, value);
    }
    Files.createDirectories(to.getParent());
    try {
      TransformerFactory.newDefaultInstance()
          .newTransformer()
          .transform(new DOMSource(document), new StreamResult(to.toFile()));
    } catch (TransformerException e) {
      throw new IOException("Can't write " + to + ": " + e.getMessage(), e);
    }
  }

  /** An attribute in Android's name space; empty where there is none. */
  static String android(Element element, String attribute) {
    return element.getAttributeNS(ANDROID, attribute);
  }

  /** All elements of that name below a node. */
  static List<Element> elements(Node below, String name) {
    NodeList nodes =
        below instanceof Document document
            ? document.getElementsByTagName(name)
            : ((Element) below).getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }
}
