package io.urania.engine.resource.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Payload;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.fact.Facts;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Decisions;
import io.urania.engine.resource.OwnHost;
import io.urania.engine.resource.Sandbox;
import io.urania.engine.resource.file.FileFact;
import io.urania.engine.resource.file.FileProbe;
import io.urania.engine.resource.kernel.SysctlFact.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SysctlTest {
    private static final String KEY = "net.ipv4.ip_forward";
    private static final String OURS = "/etc/sysctl.d/zz-urania.conf";
    private static final Sysctls FORWARDING = new Sysctls(new TreeMap<>(Map.of(KEY, "1")));
    private static final TaskId MODULES = new TaskId("here", KernelModules.NAME);

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            1 | true  | zz-urania.conf | 1 | -
            0 | true  | zz-urania.conf | 1 | net.ipv4.ip_forward = 0
            1 | false | -              | - | set now, not at boot
            1 | true  | zzz.conf       | 0 | net.ipv4.ip_forward = 1 (0 at boot by /etc/sysctl.d/zzz.conf)
            0 | true  | 99-x.conf      | 0 | net.ipv4.ip_forward = 0 (0 at boot by /etc/sysctl.d/99-x.conf)
            0 | false | -              | - | net.ipv4.ip_forward = 0
            - | true  | zz-urania.conf | 1 | -
            """)
    void looksAtTheValueNowAndAtTheOneOfTheNextBoot(
            String live, boolean written, String file, String atBoot, String before) {
        Optional<Setting> setting = Optional.ofNullable(file).map(name -> new Setting("/etc/sysctl.d/" + name, atBoot));

        assertThat(Sandbox.difference(FORWARDING, facts(Optional.ofNullable(live), setting, written))
                        .map(difference -> difference.before().summary()))
                .isEqualTo(Optional.ofNullable(before));
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void setsWhatAModuleBringsThatIsStillToBeLoaded(ShellKind shell) throws Exception {
        Difference difference = Sandbox.difference(
                        FORWARDING,
                        facts(Optional.empty(), Optional.of(new Setting(OURS, "1")), true),
                        List.of(MODULES))
                .orElseThrow();

        try (Sandbox host = new Sandbox(shell)) {
            host.write("/proc/sys/net/ipv4/ip_forward", "0\n");

            assertThat(host.carryOut(difference).succeeded()).isTrue();
            assertThat(host.at("/proc/sys/net/ipv4/ip_forward")).hasContent("1\n");
        }
    }

    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void namesTheFileThatHasTheLastWord(ShellKind shell) throws Exception {
        try (Sandbox host = new Sandbox(shell)) {
            host.write("/proc/sys/net/ipv4/ip_forward", "0\n");
            host.write("/usr/lib/sysctl.d/50-default.conf", "# ours\nnet.ipv4.ip_forward = 7\n-net.ipv4.conf.all.x\n");
            host.write("/etc/sysctl.d/50-default.conf", "");
            host.write("/etc/sysctl.d/10-first.conf", "net/ipv4/ip_forward=1");
            host.write("/run/sysctl.d/99-x.conf", " -net.ipv4.ip_forward =  0 \n");
            host.write("/etc/sysctl.d/zzz.conf", "net.ipv4.ip_* = 5\n");
            // What is no file is not read: nobody may ever write to the pipe.
            Files.createDirectory(host.at("/etc/sysctl.d/directory.conf"));
            new ProcessBuilder("mkfifo", host.at("/etc/sysctl.d/pipe.conf").toString())
                    .start()
                    .waitFor();

            assertThat(host.facts(List.of(SysctlProbe.of(KEY))).answer(SysctlProbe.of(KEY)))
                    .isEqualTo(
                            new SysctlFact(Optional.of("0"), Optional.of(new Setting("/run/sysctl.d/99-x.conf", "0"))));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            net.ipv4.conf.*.rp_filter = 2                             | net.ipv4.conf.eth0.rp_filter   | 2
            net.ipv4.conf.*.rp_filter = 2;-net.ipv4.conf.eth0.rp_filter | net.ipv4.conf.eth0.rp_filter | -
            net.ipv4.conf.eth0.rp_filter = 1;net.ipv4.conf.*.rp_filter = 2 | net.ipv4.conf.eth0.rp_filter | 1
            net/ipv4/conf/eth0.100/rp_filter = 1                      | net.ipv4.conf.eth0/100.rp_filter | 1
            # net.ipv4.ip_forward = 1                                 | net.ipv4.ip_forward            | -
            net.ipv4.ip_forward                                       | net.ipv4.ip_forward            | -
            net.ipv4.tcp_rmem = 4096   131072 6291456                 | net.ipv4.tcp_rmem              | 4096 131072 6291456
            """)
    void readsFilesAsSystemdDoes(String lines, String key, String value) {
        SysctlSettings settings = new SysctlSettings();
        settings.add("/etc/sysctl.d/a.conf", List.of(lines.split(";", -1)));

        assertThat(settings.of(key).map(Setting::value)).isEqualTo(Optional.ofNullable(value));
    }

    @ParameterizedTest
    @CsvSource({
        "/etc/sysctl.d/99-x.conf, 0, false",
        "/etc/sysctl.d/zzz.conf, 0, true",
        "/etc/sysctl.d/zzz.conf, 1, false"
    })
    void knowsWhatComesLaterThanItsOwnFile(String file, String value, boolean overrides) {
        Facts facts = facts(Optional.of("1"), Optional.of(new Setting(file, value)), true);

        assertThat(FORWARDING.overrides(facts).containsKey(KEY)).isEqualTo(overrides);
    }

    /** Dash's "read" gets one byte of such a file, and an error. */
    @ParameterizedTest
    @EnumSource(ShellKind.class)
    void readsTheKernelsOwnFiles(ShellKind shell) throws Exception {
        try (OwnHost host = new OwnHost(shell)) {
            Facts facts = host.facts(
                    List.of(SysctlProbe.of(KEY), SysctlProbe.of("net.ipv4.tcp_rmem"), SysctlProbe.of("net.nothing")));

            assertThat(facts.answer(SysctlProbe.of(KEY)).live())
                    .contains(Files.readString(Path.of("/proc/sys/net/ipv4/ip_forward"))
                            .strip());
            assertThat(facts.answer(SysctlProbe.of("net.ipv4.tcp_rmem")).live().orElseThrow())
                    .matches("\\d+ \\d+ \\d+");
            assertThat(facts.answer(SysctlProbe.of("net.nothing")).live()).isEmpty();
        }
    }

    private static Facts facts(Optional<String> live, Optional<Setting> atBoot, boolean written) {
        return Decisions.facts()
                .put(SysctlProbe.of(KEY), new SysctlFact(live, atBoot))
                .put(
                        FileProbe.at(OURS),
                        written
                                ? new FileFact.Regular(
                                        "644",
                                        "root",
                                        Payload.text(KEY + " = 1\n").sha256(),
                                        1)
                                : new FileFact.Absent())
                .build();
    }
}
