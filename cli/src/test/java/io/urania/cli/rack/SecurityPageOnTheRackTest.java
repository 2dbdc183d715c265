package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} says of hosts is so: nothing else listens, and nothing else is secret. */
final class SecurityPageOnTheRackTest extends TestOnTheRack {

    /** A line for each: protocol, address and port, program. VXLAN is the kernel's, which has no program. */
    private static final String LISTENERS =
            "ss -Hltunp | awk '{ split($7, program, \"\\\"\"); print $1, $5, program[2] }'";

    private static final String SECRETS = "grep -rlE 'PRIVATE KEY|client-key-data|token: [a-z0-9]' /etc /run/urania"
            + " /var/lib/kubelet /var/lib/urania 2>/dev/null | grep -v '^/var/lib/kubelet/pods/'"
            + " | xargs -r stat -c '%a %U:%G %n'";

    private static final int FIRST_FREE = 32768;

    @Test
    void nothingElseListensOnHosts() throws Exception {
        SecurityPage page = SecurityPage.read();
        for (String host : hosts()) {
            String own = rack.addressOf(host);
            Set<String> found = rack.run(host, LISTENERS)
                    .lines()
                    .map(line -> listener(line, own))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(found).as(host).isEqualTo(new TreeSet<>(page.listeners(kinds(host))));
        }
    }

    @Test
    void nothingElseIsSecretOnHosts() throws Exception {
        SecurityPage page = SecurityPage.read();
        for (String host : hosts()) {
            List<Pattern> told = page.secrets(kinds(host)).stream()
                    .map(row -> Pattern.compile(row.replace(".", "\\.").replace("*", "[^/]+")))
                    .toList();
            List<String> found = rack.run(host, SECRETS).lines().toList();

            assertThat(found)
                    .as(host)
                    .allMatch(file -> told.stream()
                            .anyMatch(pattern -> pattern.matcher(file).matches()));
            assertThat(told)
                    .as(host)
                    .allMatch(pattern -> found.stream()
                            .anyMatch(file -> pattern.matcher(file).matches()));
        }
    }

    private List<String> hosts() throws Exception {
        return List.of(rack.controlPlane(), rack.worker(), rack.balancer());
    }

    private Set<String> kinds(String host) throws Exception {
        if (host.equals(rack.controlPlane())) {
            return Set.of("all", "nodes", "control plane", "first control plane", "etcd");
        }
        return host.equals(rack.worker()) ? Set.of("all", "nodes") : Set.of("all", "balancer");
    }

    private static String listener(String line, String own) {
        String[] words = line.split(" ", -1);
        int colon = words[1].lastIndexOf(':');
        int port = Integer.parseInt(words[1].substring(colon + 1));
        String address = words[1].substring(0, colon).replaceFirst("%.*", "");
        String program = words[2].isEmpty() ? "the kernel" : words[2];
        return (port >= FIRST_FREE ? "a free one" : String.valueOf(port)) + "/" + words[0] + " " + where(address, own)
                + " " + program;
    }

    private static String where(String address, String own) {
        return switch (address) {
            case "*", "0.0.0.0", "[::]" -> "all";
            default -> address.equals(own) ? "its own" : address;
        };
    }
}
