package io.urania.cli.init;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Console;
import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.control.hostkey.KeyScan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which hosts an inventory is to have: those that somebody names, or those that a network shows. */
public final class HostChoice {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Console console;
    private final KeyScan keys;
    private final int port;

    /**
     * @param port the TCP port of SSH
     */
    public HostChoice(Console console, KeyScan keys, int port) {
        this.console = console;
        this.keys = keys;
        this.port = port;
    }

    /**
     * The hosts that are named.
     *
     * @param listed names or name=address, separated by commas; null to ask for them
     * @param names what to call them instead; null to leave their names
     */
    public List<DraftHost> named(@Nullable String listed, @Nullable String names, Interview interview)
            throws Refusal, IOException {
        if (listed == null && !interview.asks()) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "no hosts specified; add --hosts pi1=192.168.1.11,pi2=192.168.1.12, --scan 192.168.1.0/24 or"
                            + " --rack article");
        }
        List<DraftHost> hosts = interview.find(
                listed,
                "Which hosts, as name=address, separated by commas",
                "",
                answer -> resolved(DraftHost.parseAll(answer)));
        return names == null ? hosts : renamed(hosts, names);
    }

    /**
     * The SSH servers of a network, which are shown with their keys.
     *
     * @param names what to call them; null to ask for it
     */
    public List<DraftHost> scanned(String network, @Nullable String names, Interview interview)
            throws Refusal, IOException, InterruptedException {
        List<NetworkScan.Found> found = new NetworkScan(keys, port, PATIENCE).of(AddressRange.parse(network));
        found.forEach(this::show);
        List<String> servers = found.stream()
                .filter(host -> host.key().isPresent())
                .map(NetworkScan.Found::address)
                .toList();
        if (servers.isEmpty()) {
            throw new Refusal(
                    ExitCode.FAILED,
                    "no SSH server answers in " + network + " on port " + port
                            + "; are the hosts switched on, and is this their network?");
        }
        console.print("On a host, this shows its key: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub");
        List<DraftHost> hosts = DraftHost.parseAll(String.join(",", servers));
        String proposal = hosts.stream().map(DraftHost::name).collect(Collectors.joining(","));
        return interview.find(names, "Names for them", proposal, answer -> renamed(hosts, answer));
    }

    private void show(NetworkScan.Found host) {
        console.print("  " + Columns.padded(host.address(), 15) + "  "
                + host.key()
                        .map(shown -> shown.key().type() + "  " + shown.key().fingerprint())
                        .orElse("shows no host key: left out"));
    }

    private static List<DraftHost> renamed(List<DraftHost> hosts, String names) throws Refusal {
        return DraftHost.renamed(hosts, Arrays.asList(names.split(",", -1)));
    }

    /** Names without an address must be known here, or nobody could connect to them. */
    private static List<DraftHost> resolved(List<DraftHost> hosts) throws Refusal {
        for (DraftHost host : hosts) {
            String name = host.address().orElse(host.name());
            try {
                InetAddress.getByName(name);
            } catch (UnknownHostException _) {
                throw new Refusal(
                        ExitCode.USAGE,
                        "the name " + name + " does not resolve on this machine; write its address too, as in "
                                + host.name() + "=192.168.1.11");
            }
        }
        return hosts;
    }
}
