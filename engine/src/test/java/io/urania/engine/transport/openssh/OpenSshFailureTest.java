package io.urania.engine.transport.openssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;
import io.urania.engine.transport.hostkey.KnownHosts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OpenSSH printed in situations that a test cannot bring about on loopback. */
final class OpenSshFailureTest {

    private static final Target TARGET =
            new Target("clio", "10.42.253.41", 22, "pi", true, Optional.empty(), List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ssh: connect to host 10.42.253.41 port 22: No route to host          | UNREACHABLE
            ssh: connect to host 10.42.253.41 port 22: Connection timed out      | UNREACHABLE
            ssh: Could not resolve hostname clio: Name or service not known      | UNREACHABLE
            Connection timed out during banner exchange                          | UNREACHABLE
            kex_exchange_identification: Connection closed by remote host        | UNREACHABLE
            pi@10.42.253.41: Permission denied (publickey,password).             | LOGIN
            Received disconnect from 10.42.253.41 port 22:2: Too many authentication failures | LOGIN
            No ED25519 host key is known for clio and you have requested strict checking. | HOST_KEY
            Host key verification failed.                                        | HOST_KEY
            Connection closed by UNKNOWN port 65535                              | UNREACHABLE
            ''                                                                   | UNREACHABLE
            """)
    void tellsWhyNoConnectionCameAbout(String printed, Cause expected) {
        TransportException failure =
                OpenSshFailure.whileConnecting(TARGET, printed, new KnownHosts(List.of(Path.of("known_hosts"))));

        assertThat(failure.kind()).isEqualTo(expected);
        assertThat(failure).hasMessageStartingWith("clio (10.42.253.41:22): ");
    }

    /** Not every cause is at the host. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            command-line: line 0: Bad configuration option: knownhostscommand     | older than OpenSSH 8.5
            command-line: line 0: Bad configuration option: requiredrsasize       | correct it in ansible_ssh_common_args
            command-line line 0: Bad number of seconds.                           | correct it in ansible_ssh_common_args
            /root/.ssh/config: line 3: Bad configuration option: hostt            | line 3: Bad configuration option: hostt; correct that file
            sh: 1: nosuch: not found\\nConnection closed by UNKNOWN port 65535   | nosuch: not found; the ProxyCommand to it failed
            ssh: connect to host 10.42.253.41 port 22: No route to host          | check that it is switched on
            """)
    void saysWhatToDoAboutTheCause(String printed, String expected) {
        assertThat(OpenSshFailure.whileConnecting(
                        TARGET, printed.replace("\\n", "\n"), new KnownHosts(List.of(Path.of("known_hosts")))))
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No ED25519 host key is known for [gate]:2222 and you have requested strict checking. | HOST_KEY | the host key of gate, the jump host, is not known yet; log in there once to see and accept it, then run the same command again: ssh -l me -p 2222 gate
            me@gate: Permission denied (publickey).                                              | LOGIN    | login refused by gate, the jump host; make this work first, without a password: ssh -l me -p 2222 gate
            ssh: connect to host gate port 2222: No route to host                                | UNREACHABLE | unreachable: ssh: connect to host gate port 2222: No route to host;
            """)
    void tellsOfTheHostOnTheWay(String printed, Cause expected, String told) {
        Target behind =
                new Target("clio", "10.42.253.41", 22, "pi", true, Optional.empty(), List.of("-J", "me@gate:2222"));

        TransportException failure = OpenSshFailure.whileConnecting(
                behind,
                printed + "\nConnection closed by UNKNOWN port 65535\n",
                new KnownHosts(List.of(Path.of("known_hosts"))));

        assertThat(failure.kind()).isEqualTo(expected);
        assertThat(failure).hasMessageStartingWith("clio (10.42.253.41:22): " + told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cat: /etc/shadow: Permission denied                    | LOST
            curl: (7) Failed to connect: Connection refused        | LOST
            Timeout, server 10.42.253.41 not responding.           | LOST
            client_loop: send disconnect: Broken pipe              | LOST
            ssh: connect to host 10.42.253.41 port 22: Connection refused | UNREACHABLE
            """)
    void doesNotTakeTheWordsOfACommandForThoseOfSsh(String printed, Cause expected) {
        assertThat(OpenSshFailure.whileRunning(TARGET, printed, new KnownHosts(List.of()))
                        .kind())
                .isEqualTo(expected);
    }
}
