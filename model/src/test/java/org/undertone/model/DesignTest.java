// SPDX-License-Identifier: GPL-3.0-or-later
package org.undertone.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the design lays down for the JVM side. */
@AnalyzeClasses(
    packages = "org.undertone.model",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class DesignTest {

  @ArchTest
  static final ArchRule KNOWS_NO_APP =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.undertone.app..", "android..", "androidx..");

  @ArchTest
  static final ArchRule NOTHING_BUT_THE_COMMANDS_KNOWS_THE_COMMANDS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..model.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..model.cli..", "picocli..", "me.tongfei.progressbar..")
          .because("what the commands do can be used without them");

  @ArchTest
  static final ArchRule ROOMS_ARE_FREE_OF_CYCLES =
      slices().matching("org.undertone.model.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule HAS_NO_SECOND_MFCC =
      noClasses()
          .should()
          .haveNameMatching(".*\\.[A-Za-z]*(Mfcc|Dct|Mel[A-Z]|Fft)[A-Za-z]*")
          .because("features come from ser-core");

  @ArchTest
  static final ArchRule USES_NO_SECOND_MFCC =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("be.tarsos.dsp.mfcc..");
}
