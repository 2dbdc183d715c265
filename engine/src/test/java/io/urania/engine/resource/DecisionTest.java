package io.urania.engine.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.Facts;
import io.urania.engine.note.FileNote;
import io.urania.engine.note.FileNoteProbe;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.TextDifference;
import io.urania.engine.resource.account.HostName;
import io.urania.engine.resource.account.SystemUser;
import io.urania.engine.resource.account.SystemUserProbe;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.file.TextFile;
import io.urania.engine.resource.file.TextProbe;
import io.urania.engine.resource.packages.PackageFact;
import io.urania.engine.resource.packages.PackageNames;
import io.urania.engine.resource.packages.PackageProbe;
import io.urania.engine.resource.packages.Packages;
import io.urania.engine.system.apt.Apt;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Facts in, difference out, for the resources whose repair needs a whole machine; and what their probes say here. */
final class DecisionTest {

    private static final Apt APT = new Apt();
    private static final String SUM = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void readsFileFacts() {
        String output = """
                stat 755 root 1700000000 directory|/etc
                stat 644 root 1700000001 regular file|/etc/two words
                stat 600 etcd 1700000002.250 regular empty file|/etc/empty
                stat 777 root 1700000003 symbolic link|/etc/link
                stat 4755 root 1700000004.999 regular file|/etc/back\\slash
                %1$s  /etc/two words
                %1$s  /etc/empty
                %1$s  /etc/link
                \\%1$s  /etc/back\\\\slash
                """.formatted(SUM);
        List<String> paths =
                List.of("/etc", "/etc/two words", "/etc/empty", "/etc/link", "/etc/back\\slash", "/etc/absent");

        assertThat(FileProbe.INSTANCE.parse(output, new TreeSet<>(paths)))
                .containsOnly(
                        Map.entry("/etc", new FileFact.Folder("755", "root")),
                        Map.entry("/etc/two words", new FileFact.Regular("644", "root", SUM, 1700000001000L)),
                        Map.entry("/etc/empty", new FileFact.Regular("600", "etcd", SUM, 1700000002250L)),
                        Map.entry("/etc/link", new FileFact.Other("symbolic link")),
                        Map.entry("/etc/back\\slash", new FileFact.Regular("4755", "root", SUM, 1700000004999L)),
                        Map.entry("/etc/absent", new FileFact.Absent()));
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void neverReadsFromAPipe(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            host.write("/etc/file", "");
            new ProcessBuilder("mkfifo", host.at("/etc/pipe").toString())
                    .start()
                    .waitFor();

            Facts facts = host.facts(List.of(FileProbe.at("/etc/pipe"), FileProbe.at("/etc/file")));

            assertThat(facts.answer(FileProbe.at("/etc/pipe"))).isEqualTo(new FileFact.Other("fifo"));
            assertThat(facts.answer(FileProbe.at("/etc/file")))
                    .isInstanceOfSatisfying(
                            FileFact.Regular.class,
                            file -> assertThat(file.sha256()).isEqualTo(SUM));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            clio  | clio        | -
            clio  | -           | clio, another name after the next boot
            pi    | pi          | pi, another name after the next boot
            pi    | clio        | pi
            clio  | pi          | clio, another name after the next boot
            """)
    void decidesAboutTheHostName(String now, String atBoot, String before) {
        Facts.Builder facts = Decisions.system(now)
                .put(TextProbe.at("/etc/hostname"), Optional.ofNullable(atBoot).map(name -> name + "\n"));

        assertThat(Sandbox.difference(new HostName("clio"), facts.build())
                        .map(difference -> difference.before().summary()))
                .isEqualTo(Optional.ofNullable(before));
    }

    @ParameterizedTest
    @CsvSource({"644, 644, true", "600, 644, false", "644, 600, false", "640, 640, false"})
    void tellsTheContentOnlyOfFilesThatEverybodyMayRead(String wanted, String found, boolean told) {
        TextFile file = new TextFile("/etc/a", wanted, "root", _ -> "sesame\n", "");
        Facts facts = Decisions.facts()
                .put(
                        FileProbe.at("/etc/a"),
                        new FileFact.Regular(
                                found,
                                "root",
                                io.urania.engine.batch.Payload.text("old\n").sha256(),
                                1))
                .put(FileNoteProbe.at("/etc/a"), new FileNote.None())
                .put(TextProbe.at("/etc/a"), Optional.of("old\n"))
                .build();

        Difference difference = Sandbox.difference(file, facts).orElseThrow();

        assertThat(difference.details().contains(TextProbe.at("/etc/a"))).isEqualTo(told);
        assertThat(TextDifference.of(difference).contains("-old")).isEqualTo(told);
        assertThat(difference.toString().contains("sesame")).isFalse();
    }

    @Test
    void showsNoTextThatIsAnotherOneThanTheSumTells() {
        Facts facts = Decisions.facts()
                .put(FileProbe.at("/etc/a"), new FileFact.Regular("644", "root", SUM, 1))
                .put(FileNoteProbe.at("/etc/a"), new FileNote.None())
                .put(TextProbe.at("/etc/a"), Optional.of("written between the two questions\n"))
                .build();

        assertThat(TextDifference.of(Sandbox.difference(TextFile.of("/etc/a", "new\n"), facts)
                        .orElseThrow()))
                .isEmpty();
    }

    @Test
    void installsOnlyPackagesThatAreMissing() {
        Packages packages =
                new Packages("the runtime", PackageNames.everywhere(List.of("socat", "conntrack", "ethtool")));
        Facts.Builder facts = Decisions.facts()
                .put(PackageProbe.of("socat"), new PackageFact(APT, false))
                .put(PackageProbe.of("conntrack"), new PackageFact(APT, false))
                .put(PackageProbe.of("ethtool"), new PackageFact(APT, true));

        assertThat(Sandbox.difference(packages, facts.build()).map(Difference::title))
                .contains("install conntrack, socat");
        assertThat(Sandbox.difference(
                        packages,
                        facts.put(PackageProbe.of("socat"), new PackageFact(APT, true))
                                .put(PackageProbe.of("conntrack"), new PackageFact(APT, true))
                                .build()))
                .isEmpty();
    }

    @Test
    void readsThePackageDatabase() {
        String output = "by apt\nsocat installed\nnginx config-files\nethtool half-installed\n";

        assertThat(PackageProbe.INSTANCE.parse(output, new TreeSet<>(List.of("socat", "nginx", "ethtool", "absent"))))
                .containsOnly(
                        Map.entry("socat", new PackageFact(APT, true)),
                        Map.entry("nginx", new PackageFact(APT, false)),
                        Map.entry("ethtool", new PackageFact(APT, false)),
                        Map.entry("absent", new PackageFact(APT, false)));
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void knowsUsers(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            assertThat(host.ask(SystemUserProbe.of("root"))).contains(true);
            assertThat(host.ask(SystemUserProbe.of("no-such-user"))).contains(false);
            assertThat(host.difference(new SystemUser("root", "/root"))).isEmpty();
            assertThat(host.difference(new SystemUser("no-such-user", "/var/lib/etcd"))
                            .map(Difference::title))
                    .contains("create user no-such-user");
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void readsTextsWhateverIsInThem(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            host.write("/etc/empty", "");
            host.write("/etc/a\\tb c", "line\n\n# Käse %s\\n no end");
            Facts facts = host.facts(
                    List.of(TextProbe.at("/etc/empty"), TextProbe.at("/etc/a\\tb c"), TextProbe.at("/etc/absent")));

            assertThat(facts.answer(TextProbe.at("/etc/empty"))).contains("");
            assertThat(facts.answer(TextProbe.at("/etc/a\\tb c"))).contains("line\n\n# Käse %s\\n no end");
            assertThat(facts.answer(TextProbe.at("/etc/absent"))).isEmpty();
        }
    }
}
