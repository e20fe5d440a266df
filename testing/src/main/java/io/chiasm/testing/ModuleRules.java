package io.chiasm.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Rules that every module keeps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleRules {
  private final String root;
  private final Class<?> member;
  private final JavaClasses classes;

  /**
   * @param root package that all of the module lies in
   * @param member one of the module's classes, of which the rules must see that it uses the JDK
   */
  protected ModuleRules(String root, Class<?> member) {
    this.root = root;
    this.member = member;
    this.classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
  }

  /** The module's classes, without its tests. */
  protected final JavaClasses module() {
    return classes;
  }

  protected final String root() {
    return root;
  }

  /** Nothing outside {@code importer} uses what lies in {@code imported}. */
  protected final void onlyIn(String importer, String... imported) {
    onlyIn(new String[] {importer}, imported);
  }

  /** Nothing outside the {@code importers} uses what lies in {@code imported}. */
  protected final void onlyIn(String[] importers, String... imported) {
    noClasses()
        .that()
        .resideOutsideOfPackages(importers)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(imported)
        .check(classes);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(root + ".(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  void noTypeIsADrawer() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
        .check(classes);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    noFields()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
        .allowEmptyShould(true)
        .check(classes);
  }

  /** Canary: were the importer blind, every rule above would hold. */
  @Test
  void theRulesSeeTheModule() {
    assertThat(classes.contain(member)).isTrue();
    ArchRule absurd = noClasses().should().dependOnClassesThat().resideInAPackage("java.lang..");
    assertThat(absurd.evaluate(classes).getFailureReport().getDetails())
        .anyMatch(violation -> violation.contains(member.getName()));
  }
}
