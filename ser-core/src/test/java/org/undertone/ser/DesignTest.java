// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.ser;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** What the design lays down for ser-core. */
@AnalyzeClasses(packages = "org.undertone", importOptions = ImportOption.DoNotIncludeTests.class)
final class DesignTest {

  @ArchTest
  static final ArchRule KNOWS_NEITHER_ANDROID_NOR_THE_OTHER_MODULES =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "android..",
              "androidx..",
              "org.undertone.model..",
              "org.undertone.app..",
              "org.tensorflow..",
              "ai.djl..")
          .because("ser-core is plain Java, shared by the app and the toolchain");

  @ArchTest
  static final ArchRule RUNS_ON_ANDROID =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax..", "java.awt..", "java.nio.file..", "java.beans..")
          .because("Android lacks them, or has them only from API 26 on in part");

  @ArchTest
  static final ArchRule DOES_NO_IO_THAT_IT_WAS_NOT_HANDED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net..", "java.nio.channels..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile|PrintStream|Console)")
          .because("callers hand in streams");

  @ArchTest
  static final ArchRule PRINTS_NOTHING =
      GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule USES_NO_SECOND_MFCC =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("be.tarsos.dsp.mfcc..", "be.tarsos.dsp.io.jvm..")
          .because("TarsosDSP's MFCC has another definition, and its io.jvm is for the desktop");

  @ArchTest
  static final ArchRule HAS_NO_SECOND_MFCC =
      classes()
          .that()
          .haveSimpleNameContaining("Mfcc")
          .or()
          .haveSimpleNameContaining("Dct")
          .or()
          .haveSimpleNameContaining("Mel")
          .or()
          .haveSimpleNameContaining("Fft")
          .should()
          .resideInAPackage("org.undertone.ser.feature")
          .because("the phone and the training compute features by the same code");

  @ArchTest
  static final ArchRule FEATURES_STAND_ALONE =
      noClasses()
          .that()
          .resideInAPackage("..ser.feature..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.undertone.ser", "..ser.audio..", "..ser.infer..", "..ser.timeline..");

  @ArchTest
  static final ArchRule AUDIO_KNOWS_FEATURES_AT_MOST =
      noClasses()
          .that()
          .resideInAPackage("..ser.audio..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.undertone.ser", "..ser.infer..", "..ser.timeline..");

  @ArchTest
  static final ArchRule INFERENCE_KNOWS_NEITHER_AUDIO_NOR_TIMELINE =
      noClasses()
          .that()
          .resideInAPackage("..ser.infer..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..ser.audio..", "..ser.timeline..");

  @ArchTest
  static final ArchRule THE_TIMELINE_KNOWS_SCORES_ONLY =
      noClasses()
          .that()
          .resideInAPackage("..ser.timeline..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..ser.audio..", "..ser.feature..", "..ser.infer..");

  /**
   * The root package holds both the words that all rooms use and the pipeline that uses all rooms;
   * these two count as rooms of their own.
   */
  @ArchTest
  static final ArchRule ROOMS_ARE_FREE_OF_CYCLES =
      slices().assignedFrom(new Rooms()).should().beFreeOfCycles();

  private static final class Rooms implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      if (!javaClass.getPackageName().equals("org.undertone.ser")) {
        return SliceIdentifier.of(javaClass.getPackageName());
      }
      String name = javaClass.getName();
      boolean word =
          name.equals(Emotion.class.getName())
              || name.equals(EmotionScores.class.getName())
              || name.equals(LabelScheme.class.getName());
      return SliceIdentifier.of(word ? "words" : "pipeline");
    }

    @Override
    public String getDescription() {
      return "rooms";
    }
  }
}
