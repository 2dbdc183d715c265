package io.urania.lab.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.lab.card.HostSettings.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviationsTest {
    private static final Path DOCUMENTATION = Path.of("../docs/lab.md");

    @Test
    void aDifferenceThatTheListDoesNotHaveIsTold() {
        var forwarding = new Difference("sysctl.net.ipv4.ip_forward", "1", "0");
        var modules = new Difference("module.overlay", "loaded", "loadable");

        assertThat(Deviations.unexplained(List.of(forwarding, modules))).containsExactly(forwarding);
    }

    @Test
    void aStarStandsForAnyTextAndAllElseForItself() {
        assertThat(Deviation.matches("unit.sys-kernel-*.mount", "unit.sys-kernel-debug.mount"))
                .isTrue();
        assertThat(Deviation.matches("sysctl.vm.*", "sysctl.vmxswappiness")).isFalse();
        assertThat(Deviation.matches("virtualization", "virtualization.x")).isFalse();
    }

    @Test
    void noDeviationCoversWhatACardIsAbout() {
        assertThat(List.of(
                        "sysctl.net.ipv4.ip_forward",
                        "sysctl.net.ipv4.conf.all.rp_filter",
                        "fstab.swap",
                        "hosts.5",
                        "unit.apt-daily-upgrade.timer",
                        "package.conntrack",
                        "locale.default.LANG",
                        "sshd.maxsessions",
                        "configuration./etc/sysctl.d/90-urania.conf"))
                .allSatisfy(
                        key -> assertThat(Deviations.OF_CONTAINERS).noneMatch(deviation -> deviation.explains(key)));
    }

    @Test
    void theDocumentationHasTheListAsItIs() throws IOException {
        assertThat(Files.readAllLines(DOCUMENTATION).stream()
                        .dropWhile(line -> !line.startsWith("| a container has |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .toList())
                .isEqualTo(Deviations.OF_CONTAINERS.stream()
                        .map(deviation -> "| " + deviation.what() + " | " + deviation.why() + " |")
                        .toList());
    }
}
