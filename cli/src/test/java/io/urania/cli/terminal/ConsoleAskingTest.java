package io.urania.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.cli.console.Console.Abilities;
import io.urania.cli.console.RecordedConsole;
import io.urania.cli.console.Style;
import io.urania.control.port.NewHost;
import io.urania.engine.transport.hostkey.HostKey;
import io.urania.engine.transport.hostkey.HostKeyVerdict;
import io.urania.engine.transport.hostkey.ShownKey;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConsoleAskingTest {

    /** The key and fingerprint that github.com publishes: known values from elsewhere. */
    private static final HostKey KEY =
            new HostKey("ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl");

    @Test
    void keysAreShownInColumnsAndAskedForOnce() throws Exception {
        RecordedConsole recorded = typing("yes\n");

        boolean known = new ConsoleAsking(recorded.console())
                .recognises(List.of(host("pandore", "10.0.0.1"), host("clio", "10.0.0.10")), Path.of("known_hosts"));

        assertThat(known).isTrue();
        assertThat(recorded.errors()).isEqualTo("""
                First contact with 2 hosts. On a host, this shows its key: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub
                  pandore  10.0.0.1   ssh-ed25519  SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU
                  clio     10.0.0.10  ssh-ed25519  SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU
                Are these the hosts you mean? Their keys will be kept in known_hosts. [y/N]\s""");
    }

    @Test
    void whatTheQuestionIsAboutIsReadFirst() throws Exception {
        RecordedConsole recorded = typing("\n");

        assertThat(new ConsoleAsking(recorded.console()).confirm("It wants this.", "May it?"))
                .isFalse();
        assertThat(recorded.errors()).isEqualTo("It wants this.\nMay it? [y/N] ");
    }

    private static NewHost host(String name, String knownAs) {
        return new NewHost(name, new ShownKey(knownAs, KEY, new HostKeyVerdict.Unknown()));
    }

    private static RecordedConsole typing(String input) {
        return new RecordedConsole(new Abilities(true, false, Style.PLAIN), input);
    }
}
