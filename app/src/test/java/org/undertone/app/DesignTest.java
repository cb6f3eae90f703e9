// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** What the design lays down for the app. */
@AnalyzeClasses(
    packages = "org.undertone.app",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class DesignTest {
  private static final String[] SCREENS = {
    "org.undertone.app.live..",
    "org.undertone.app.history..",
    "org.undertone.app.driver..",
    "org.undertone.app.export..",
    "org.undertone.app.settings.."
  };

  @ArchTest
  static final ArchRule ONLY_DATA_KNOWS_ROOM =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.undertone.app.data..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("androidx.room..", "androidx.sqlite..", "android.database.sqlite..")
          .because("screens see sessions through the repository, never a DAO or a row");

  @ArchTest
  static final ArchRule DATA_SHOWS_NO_ROWS =
      classes()
          .that()
          .resideInAPackage("org.undertone.app.data..")
          .and()
          .haveSimpleNameEndingWith("Dao")
          .or()
          .haveSimpleNameEndingWith("Row")
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule ONLY_INFER_KNOWS_TENSORFLOW =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.undertone.app.infer..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.tensorflow..", "com.google.flatbuffers..")
          .because("another runtime must be a change in one place");

  @ArchTest
  static final ArchRule DATA_AND_INFER_KNOW_NO_SCREENS =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.undertone.app.data..",
              "org.undertone.app.infer..",
              "org.undertone.app.capture..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAnyPackage(SCREENS)
                  .and(DescribedPredicate.not(JavaClass.Predicates.simpleName("Settings"))));

  @ArchTest
  static final ArchRule ONLY_CAPTURE_LISTENS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.undertone.app.capture..")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("android.media.AudioRecord");

  @ArchTest
  static final ArchRule USES_NO_SECOND_MFCC_AND_NO_DESKTOP_JAVA =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "be.tarsos.dsp.mfcc..", "be.tarsos.dsp.io.jvm..", "javax.sound..", "java.awt..")
          .because("features come from ser-core alone");

  @ArchTest
  static final ArchRule KNOWS_NOTHING_OF_THE_TOOLCHAIN =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.undertone.model..");

  @ArchTest
  static final ArchRule TALKS_TO_NO_NETWORK =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "android.net.http..", "android.webkit..");

  @ArchTest
  static final ArchRule PRINTS_NOTHING =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
