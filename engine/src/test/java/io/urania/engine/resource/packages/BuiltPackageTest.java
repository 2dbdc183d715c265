package io.urania.engine.resource.packages;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.fact.PlantedHost;
import io.urania.engine.plan.RetryPolicy;
import io.urania.engine.system.PackageProxies;
import io.urania.engine.system.PackageRecipe;
import io.urania.engine.system.pacman.Pacman;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packages that makepkg itself builds and pacman itself installs, below a root of their own. */
@EnabledIf("isHere")
final class BuiltPackageTest {

    private static final String RECIPE = """
            pkgname=built
            pkgver=1
            pkgrel=1
            arch=(any)
            depends=(absent)
            package() {
                [ "$(id -un)" = root ] && [ -n "$FAKEROOTKEY" ]
                install -D -m 644 /dev/null "$pkgdir/usr/share/built"
            }
            """;

    static boolean isHere() {
        return RealPacmanTest.isHere()
                && Files.isExecutable(Path.of("/usr/bin/makepkg"))
                && Files.isExecutable(Path.of("/usr/bin/bsdtar"));
    }

    /** busybox has another setpriv, and no host with makepkg has busybox. */
    @ParameterizedTest
    @EnumSource(value = ShellKind.class, mode = EnumSource.Mode.EXCLUDE, names = "BUSYBOX")
    void isBuiltByNobodyWithWhatItNeedsAndInstalledOnce(ShellKind shell) throws Exception {
        PackageRecipe recipe = new PackageRecipe("built", RECIPE);
        try (PlantedHost host = planted(shell)) {
            assertThat(host.askPlanted(BuiltPackageProbe.of("built"))).contains(new BuiltPackageFact.Absent());

            StepResult result = build(host, shell, recipe);

            assertThat(result.code()).as(result.output()).isZero();
            assertThat(host.askPlanted(BuiltPackageProbe.of("built")))
                    .contains(new BuiltPackageFact.Built("1-1", recipe.sha256()));
            assertThat(PackageManagerContract.installed(host, "absent")).contains(true);
            assertThat(host.at("/usr/share/built")).exists();
            try (Stream<Path> left = Files.list(host.at("/var/tmp"))) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void whatSomebodyElseHasInstalledIsNotOurs() throws Exception {
        try (PlantedHost host = planted(ShellKind.DASH)) {
            assertThat(host.askPlanted(BuiltPackageProbe.of("present"))).contains(new BuiltPackageFact.Foreign("1-1"));

            host.write("/var/lib/urania/built/present", "0123 9-9\n");
            assertThat(host.askPlanted(BuiltPackageProbe.of("present"))).contains(new BuiltPackageFact.Foreign("1-1"));
        }
    }

    @Test
    void aRecipeOfAnotherPackageBuildsNothing() throws Exception {
        try (PlantedHost host = planted(ShellKind.DASH)) {
            StepResult result = build(host, ShellKind.DASH, new PackageRecipe("wanted", RECIPE));

            assertThat(result.code()).isOne();
            assertThat(result.output()).contains("the PKGBUILD makes another package: built");
            assertThat(host.askPlanted(BuiltPackageProbe.of("built"))).contains(new BuiltPackageFact.Absent());
        }
    }

    @Test
    void whatNoRepositoryHasIsNamed() throws Exception {
        String recipe = RECIPE.replace("(absent)", "(absent of-a-person)");
        try (PlantedHost host = planted(ShellKind.DASH)) {
            StepResult result = build(host, ShellKind.DASH, new PackageRecipe("built", recipe));

            assertThat(result.code()).isOne();
            assertThat(result.output()).contains("target not found: of-a-person", "built needs what no repository has");
        }
    }

    /** That it may not is what makes a recipe's mistake harmless. */
    @Test
    void aRecipeCannotWriteElsewhere() throws Exception {
        try (PlantedHost host = planted(ShellKind.DASH)) {
            String recipe = RECIPE + "prepare() { : >" + host.at("/etc/pacman.d/taken") + "; }\n";

            assertThat(build(host, ShellKind.DASH, new PackageRecipe("built", recipe))
                            .code())
                    .isNotZero();
            assertThat(host.at("/etc/pacman.d/taken")).doesNotExist();
        }
    }

    @Test
    void whatIsCutOffIsNoAnswer() {
        TreeSet<String> subjects = new TreeSet<>(List.of("built"));

        assertThat(BuiltPackageProbe.of("built").probe().parse("built built 1-1\n", subjects))
                .isEmpty();
        assertThat(BuiltPackageProbe.of("built").probe().parse("", subjects)).isEmpty();
    }

    private static PlantedHost planted(ShellKind shell) throws Exception {
        PlantedHost host = new PlantedHost(shell);
        new RealPacmanTest().plant(host);
        Files.createDirectories(host.at("/var/tmp"));
        Files.setPosixFilePermissions(host.at("/"), PosixFilePermissions.fromString("rwx--x--x"));
        return host;
    }

    private static StepResult build(PlantedHost host, ShellKind shell, PackageRecipe recipe) throws Exception {
        Operation operation = new Pacman()
                .building(recipe, PackageProxies.NONE, RetryPolicy.ENDLESS, Duration.ofMinutes(1))
                .orElseThrow();
        return PackageManagerContract.run(host, shell, operation);
    }
}
