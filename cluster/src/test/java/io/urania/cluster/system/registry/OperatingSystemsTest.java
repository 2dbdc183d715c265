package io.urania.cluster.system.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.urania.cluster.HostShells;
import io.urania.cluster.system.HostSystem;
import io.urania.cluster.system.HostSystem.Standing;
import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.Provision;
import io.urania.cluster.system.Release;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.SystemPath;
import io.urania.engine.resource.packages.PackageManagers;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class OperatingSystemsTest {

    static final List<OperatingSystem> SYSTEMS = OperatingSystems.ALL;

    /** By their own os-release, from the sources that stand beside them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            debian-11                 | Debian 11 (bullseye)          | DESCRIBED
            debian-12                 | Debian 12 (bookworm)          | DESCRIBED
            debian-13                 | Debian 13 (trixie)            | DESCRIBED
            debian-testing            | Debian 13 (trixie)            | UNDESCRIBED
            raspberry-pi-os-10-32-bit | Raspberry Pi OS 10 (buster)   | DESCRIBED
            raspberry-pi-os-11-32-bit | Raspberry Pi OS 11 (bullseye) | DESCRIBED
            raspberry-pi-os-11-64-bit | Raspberry Pi OS 11 (bullseye) | DESCRIBED
            raspberry-pi-os-12-32-bit | Raspberry Pi OS 12 (bookworm) | DESCRIBED
            raspberry-pi-os-12-64-bit | Raspberry Pi OS 12 (bookworm) | DESCRIBED
            raspberry-pi-os-13-32-bit | Raspberry Pi OS 13 (trixie)   | DESCRIBED
            raspberry-pi-os-13-64-bit | Raspberry Pi OS 13 (trixie)   | DESCRIBED
            ubuntu-22.04              | Ubuntu 22.04 (jammy)          | DESCRIBED
            ubuntu-24.04              | Ubuntu 24.04 (noble)          | DESCRIBED
            ubuntu-26.04              | Ubuntu 24.04 (noble)          | UNDESCRIBED
            arch-linux                | Arch Linux                    | DESCRIBED
            arch-linux-arm            | Arch Linux ARM                | DESCRIBED
            linux-mint-22             | Ubuntu 24.04 (noble)          | DERIVED
            kali                      | Debian 13 (trixie)            | DERIVED
            manjaro                   | Arch Linux                    | DERIVED
            """)
    void areKnownByWhatTheySayOfThemselves(String folder, String words, Standing standing) throws Exception {
        for (String shell : HostShells.PRESENT) {
            assertThat(OperatingSystems.of(asked(shell, folder))).as(shell).hasValueSatisfying(system -> {
                assertThat(system.words()).isEqualTo(words);
                assertThat(system.standing()).isEqualTo(standing);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"fedora-37", "alpine-3.22"})
    void othersAreNoneOfThem(String folder) throws Exception {
        for (String shell : HostShells.PRESENT) {
            assertThat(OperatingSystems.of(asked(shell, folder))).as(shell).isEmpty();
        }
    }

    @Test
    void whatSaysNothingIsNone() {
        OsRelease silent = new OsRelease("", Set.of(), "", "", "");

        assertThat(OperatingSystems.of(silent)).isEmpty();
        assertThat(OperatingSystems.words(silent)).isEqualTo("unknown");
        assertThat(OperatingSystems.choices())
                .isEqualTo("Raspberry Pi OS 11, 12 or 13; Ubuntu 22.04 or 24.04; Debian 11, 12 or 13; Arch Linux ARM;"
                        + " Arch Linux");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            debian | 9          | TOO_OLD     | 10
            debian | 14         | UNDESCRIBED | 13
            ubuntu | 20.04      | TOO_OLD     | 22.04
            ubuntu | 23.10      | UNDESCRIBED | 22.04
            ubuntu | 24.10      | UNDESCRIBED | 24.04
            arch   | 20261101.0 | DESCRIBED   | ''
            """)
    void releasesThatNobodyHasDescribedAreLikeTheOneBefore(
            String id, String version, Standing standing, String release) {
        HostSystem system = OperatingSystems.of(new OsRelease(id, Set.of(), "Some Linux", version, ""))
                .orElseThrow();

        assertThat(system.standing()).isEqualTo(standing);
        assertThat(system.release().version()).isEqualTo(release);
        assertThat(system.refusal().isPresent()).isEqualTo(standing == Standing.TOO_OLD);
        assertThat(system.doubt().isPresent()).isEqualTo(standing == Standing.UNDESCRIBED);
    }

    @Test
    void theKernelsArgumentsAreWhereTheReleaseHasThem() {
        assertThat(raspberryPiOs("10").path(SystemPath.KERNEL_ARGUMENTS)).isEqualTo("/boot/cmdline.txt");
        assertThat(raspberryPiOs("11").path(SystemPath.KERNEL_ARGUMENTS)).isEqualTo("/boot/cmdline.txt");
        assertThat(raspberryPiOs("12").path(SystemPath.KERNEL_ARGUMENTS)).isEqualTo("/boot/firmware/cmdline.txt");
        assertThat(raspberryPiOs("13").path(SystemPath.KERNEL_ARGUMENTS)).isEqualTo("/boot/firmware/cmdline.txt");
    }

    @Test
    void oldReleasesAreRefused() {
        assertThat(raspberryPiOs("10").refusal())
                .hasValueSatisfying(no -> assertThat(no.why()).contains("June 2024"));
        assertThat(raspberryPiOs("11").refusal()).isEmpty();
    }

    @Test
    void haveDifferentNames() {
        assertThat(OperatingSystems.ALL).extracting(OperatingSystem::name).doesNotHaveDuplicates();
        assertThat(OperatingSystems.ALL)
                .extracting(OperatingSystem::recognition)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("SYSTEMS")
    void knowAllSoftwareAndAllPaths(OperatingSystem system) {
        assertThat(PackageManagers.ALL).contains(system.packageManager());
        assertThat(system.directories()).allSatisfy(path -> assertThat(path).startsWith("/"));
        for (Release release : system.releases()) {
            for (Software software : Software.values()) {
                assertThat(words(system.provision(software, release)))
                        .as(software.name())
                        .isNotEmpty()
                        .allSatisfy(word -> assertThat(word).isNotBlank().doesNotEndWith("."));
            }
            for (SystemPath path : SystemPath.values()) {
                assertThat(system.path(path, release)).as(path.name()).startsWith("/");
            }
        }
    }

    @ParameterizedTest
    @FieldSource("SYSTEMS")
    void haveReleasesInTheirOrder(OperatingSystem system) {
        List<Release> releases = system.releases();

        assertThat(releases).extracting(Release::version).doesNotHaveDuplicates();
        for (int later = 1; later < releases.size(); later++) {
            assertThat(releases.get(later).isFrom(releases.get(later - 1).version()))
                    .isTrue();
            assertThat(releases.get(later - 1).isFrom(releases.get(later).version()))
                    .isFalse();
        }
        assertThat(releases.getLast().refusal()).isEmpty();
        assertThat(releases)
                .allSatisfy(release -> assertThat(release.architectures()).isNotEmpty());
    }

    @Test
    void packageNamesAreOfAForm() {
        assertThat(Provision.packaged("a", "b")).isEqualTo(new Provision.Packaged(List.of("a", "b")));
        assertThatThrownBy(Provision::packaged).isInstanceOf(IllegalArgumentException.class);
        for (OperatingSystem system : SYSTEMS) {
            assertThat(system.releases().stream()
                            .flatMap(release -> Stream.of(Software.values())
                                    .flatMap(software -> new HostSystem(system, release, Standing.DESCRIBED)
                                            .packages(software).stream())))
                    .allSatisfy(name -> assertThat(name).matches("[a-z0-9][a-z0-9+.-]*"));
        }
    }

    @Test
    void everyTextHasASource() throws Exception {
        Path texts = Path.of(Objects.requireNonNull(OperatingSystemsTest.class.getResource("/io/urania/cluster/system"))
                .toURI());
        String sources = Files.readString(texts.resolve("SOURCES.md"));
        try (Stream<Path> folders = Files.list(texts).filter(folder -> Files.exists(folder.resolve("os-release")))) {
            assertThat(folders)
                    .isNotEmpty()
                    .allSatisfy(folder -> assertThat(sources).contains("`" + folder.getFileName() + "`"));
        }
    }

    private static List<String> words(Provision provision) {
        return switch (provision) {
            case Provision.Packaged(List<String> names) -> names;
            case Provision.Included(String by) -> List.of(by);
            case Provision.Unavailable(String why, String remedy) -> List.of(why, remedy);
        };
    }

    private static HostSystem raspberryPiOs(String version) {
        return OperatingSystems.of(new OsRelease("raspbian", Set.of("debian"), "Raspbian", version, ""))
                .orElseThrow();
    }

    /** What a host with these files answers. */
    private static OsRelease asked(String shell, String folder) throws Exception {
        URL files = Objects.requireNonNull(
                OperatingSystemsTest.class.getResource("/io/urania/cluster/system/" + folder), folder);
        TreeSet<String> subjects = new TreeSet<>(Set.of(""));
        String script = SystemProbe.QUESTION
                .probe()
                .script(subjects)
                .replaceAll("/etc/(os-release|rpi-issue)", Path.of(files.toURI()) + "/$1");
        SystemFact fact = Objects.requireNonNull(SystemProbe.QUESTION
                .probe()
                .parse(HostShells.run(shell, script), subjects)
                .get(""));
        return fact.os();
    }
}
