package io.urania.cluster.system.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cluster.HostShells;
import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.SystemPath;
import io.urania.engine.resource.packages.PackageManagers;
import io.urania.engine.system.OsRelease;
import io.urania.engine.system.SystemFact;
import io.urania.engine.system.SystemProbe;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class OperatingSystemsTest {

    static final List<OperatingSystem> SYSTEMS = OperatingSystems.ALL;

    /** By their own os-release, as published. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            debian-13                 | Debian          | 13
            raspberry-pi-os-12-32-bit | Raspberry Pi OS | 12
            raspberry-pi-os-12-64-bit | Raspberry Pi OS | 12
            arch-linux-arm            | -               | ''
            """)
    void areKnownByWhatTheySayOfThemselves(String folder, String name, String version) throws Exception {
        for (String shell : HostShells.PRESENT) {
            OsRelease release = asked(shell, folder);

            assertThat(OperatingSystems.of(release).map(OperatingSystem::name).orElse("-"))
                    .as(shell)
                    .isEqualTo(name);
            assertThat(release.version()).isEqualTo(version);
        }
    }

    @Test
    void whatIsLikeDebianIsTakenForItAndWhatSaysNothingForNone() {
        OsRelease ubuntu = new OsRelease("ubuntu", Set.of("debian"), "Ubuntu 24.04.3 LTS", "24.04", "");
        OsRelease silent = new OsRelease("", Set.of(), "", "", "");

        assertThat(OperatingSystems.of(ubuntu)).map(OperatingSystem::name).contains("Debian");
        assertThat(OperatingSystems.of(silent)).isEmpty();
        assertThat(OperatingSystems.words(silent)).isEqualTo("unknown");
        assertThat(OperatingSystems.choices()).isEqualTo("Raspberry Pi OS or Debian");
    }

    @Test
    void haveDifferentNames() {
        assertThat(OperatingSystems.ALL).extracting(OperatingSystem::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @FieldSource("SYSTEMS")
    void knowAllSoftwareAndAllPaths(OperatingSystem system) {
        assertThat(PackageManagers.ALL).contains(system.packageManager());
        assertThat(system.directories()).allSatisfy(path -> assertThat(path).startsWith("/"));
        for (Software software : Software.values()) {
            assertThat(system.packages(software))
                    .as(software.name())
                    .allSatisfy(name -> assertThat(name).matches("[a-z0-9][a-z0-9+.-]*"));
        }
        for (SystemPath path : SystemPath.values()) {
            assertThat(system.path(path)).as(path.name()).startsWith("/");
        }
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
