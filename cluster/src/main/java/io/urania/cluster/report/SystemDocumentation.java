package io.urania.cluster.report;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.version.VersionTable;
import io.urania.cluster.system.OperatingSystem;
import io.urania.cluster.system.Provision;
import io.urania.cluster.system.Release;
import io.urania.cluster.system.Software;
import io.urania.cluster.system.SystemPath;
import io.urania.cluster.system.registry.OperatingSystems;
import io.urania.engine.system.PackageManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders the operating systems as Markdown: the file {@code docs/operating-systems.md}. */
public final class SystemDocumentation {
    private static final String HEADER = """
            # Operating systems

            The systems that hosts may have, what Urania takes from them, and where they differ. A cluster may have hosts with different systems.
            `urania check` finds what a host's system does not have (rules `unsupported-system`, `missing-software` and `held-packages` in
            [preflight.md](preflight.md)); [adding-a-system.md](adding-a-system.md) says how to add another one.

            This file is generated from the packages in the code; do not edit it. `./mvnw -pl cluster -am test -Dtest=SystemDocumentationTest
            -Dsurefire.failIfNoSpecifiedTests=false -Durania.docs.write=true` rewrites it.

            ## Releases

            """;

    private static final String UPGRADES = """

            Urania does not upgrade packages that are installed. pacman can upgrade all of them together or none: if a package cannot be installed
            because the host's list of packages is old, `apply` says so and stops, and the upgrade is yours to do.

            ## Software

            What phases ask of a system, by what it is for, and the packages it is in. *Part of* means that every host with the system has it. A host that
            needs what its system does not have is not changed (`missing-software`); hatop, which only shows what HAProxy does, is left out there.

            """;

    private static final String PLACES = """

            ## Places

            """;

    private static final String SOURCES = """

            ## Sources

            - Debian: the package lists of bullseye, bookworm and trixie, and base-files. Raspberry Pi OS has the same packages, for 32 bits from Raspbian,
              and the boot partition at /boot/firmware since 2023-10-10 (its release notes).
            - Ubuntu: the names are Debian's; the project's documentation, "Container Stack Updates", for containerd and runc.
            - Arch Linux: the recipes of its packages (PKGBUILD), its news of April 2026 for iptables, pacman(8) and pacman.conf(5). Arch Linux ARM makes its
              packages from the same recipes.
            """;

    private SystemDocumentation() {}

    /** The whole file. */
    public static String markdown() {
        return HEADER
                + table(List.of("System", "Release", "Architectures", "Supported"), releases())
                + unknownReleases()
                + table(
                        List.of("System", "Recognised by", "Packages", "Upgrade", "Security updates alone"),
                        OperatingSystems.ALL.stream().map(SystemDocumentation::recognition))
                + UPGRADES
                + table(
                        headings("Software"),
                        Stream.of(Software.values())
                                .map(software -> row(software.words(), system -> software(system, software))))
                + "\n"
                + table(List.of("Missing on", "Software", "Why", "What to do"), missing())
                + PLACES
                + table(
                        headings("Place"),
                        Stream.of(SystemPath.values())
                                .map(path -> row(
                                        path.words(),
                                        system -> byRelease(system, release -> code(system.path(path, release))))))
                + SOURCES;
    }

    private static Stream<List<String>> releases() {
        return OperatingSystems.ALL.stream()
                .flatMap(system -> system.releases().stream()
                        .map(release -> List.of(
                                system.name(),
                                release.words().isEmpty() ? "always the newest" : release.words(),
                                Arrays.stream(Architecture.values())
                                        .filter(release.architectures()::contains)
                                        .map(Architecture::debianName)
                                        .collect(Collectors.joining(", ")),
                                release.refusal()
                                        .map(no -> "no: " + no.why() + "; " + no.remedy())
                                        .orElse("yes"))));
    }

    private static String unknownReleases() {
        return """

            A release that is not in the table is treated as the one before it, with a warning; one that is older than all of them is refused. A system
            derived from one of these (`ID_LIKE` in os-release) is treated as the newest release of that one, with a warning. Other systems are refused:
            nobody has described their packages.

            The hosts of most tests have Debian 12, and all of an `apply` is seen there. A cluster was also seen with a control plane host of Debian 13, and a
            node and a balancer that are taken for Arch Linux: Debian's programs, and the real pacman with a small repository ([lab.md](lab.md)). Debian 11
            and an emulated host of 32-bit ARM were prepared. What is said of the other systems is known from their packages and documentation.

            32-bit ARM (armhf) is for workers only, and Kubernetes has programs for it up to %s. A 64-bit kernel may carry a 32-bit system: what
            counts is the system.

            ## Recognition and packages

            """.formatted(lastOf32Bits());
    }

    private static String lastOf32Bits() {
        return VersionTable.standard().entries().stream()
                .filter(entry -> entry.architectures().contains(Architecture.ARM))
                .reduce((_, later) -> later)
                .orElseThrow()
                .minor();
    }

    private static List<String> recognition(OperatingSystem system) {
        PackageManager manager = system.packageManager();
        return List.of(
                system.name(),
                system.recognition(),
                manager.name(),
                code(manager.toUpgrade()),
                manager.hasSecurityUpdates() ? "yes" : "no");
    }

    private static List<String> headings(String first) {
        return Stream.concat(Stream.of(first), OperatingSystems.ALL.stream().map(OperatingSystem::name))
                .toList();
    }

    private static List<String> row(String first, Function<OperatingSystem, String> cell) {
        return Stream.concat(Stream.of(first), OperatingSystems.ALL.stream().map(cell))
                .toList();
    }

    private static String software(OperatingSystem system, Software software) {
        return byRelease(system, release -> switch (system.provision(software, release)) {
            case Provision.Packaged(List<String> names) ->
                names.stream().map(SystemDocumentation::code).collect(Collectors.joining(", "));
            case Provision.Included(String by) -> "part of " + by;
            case Provision.Unavailable _ -> "no";
        });
    }

    private static Stream<List<String>> missing() {
        return OperatingSystems.ALL.stream()
                .flatMap(system -> supported(system)
                        .flatMap(release ->
                                Stream.of(Software.values()).flatMap(software -> missing(system, release, software))));
    }

    private static Stream<List<String>> missing(OperatingSystem system, Release release, Software software) {
        return system.provision(software, release) instanceof Provision.Unavailable(String why, String remedy)
                ? Stream.of(List.of(system.words(release), software.words(), why, remedy))
                : Stream.empty();
    }

    /** What is so on all releases, or on which of them. */
    private static String byRelease(OperatingSystem system, Function<Release, String> cell) {
        Map<String, List<String>> versions = new LinkedHashMap<>();
        supported(system)
                .forEach(release -> versions.computeIfAbsent(cell.apply(release), _ -> new ArrayList<>())
                        .add(release.version()));
        return versions.size() == 1
                ? versions.keySet().iterator().next()
                : versions.entrySet().stream()
                        .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
                        .collect(Collectors.joining("; "));
    }

    private static Stream<Release> supported(OperatingSystem system) {
        return system.releases().stream().filter(release -> release.refusal().isEmpty());
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String table(List<String> headings, Stream<List<String>> rows) {
        return line(headings)
                + "|"
                + "---|".repeat(headings.size())
                + "\n"
                + rows.map(SystemDocumentation::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
