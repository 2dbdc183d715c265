package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the article's variables do, and where that is seen. */
final class EffectTable {

    /** Variables whose effect no command on a host shows, and who sees it instead. */
    static final Map<String, String> SEEN_ELSEWHERE = Map.of(
            "credentials_dir", "on the machine that deploys: VariableEffectsTest.keepsSecretsToItsOwner",
            "kubeadm_certificate_key", "on the machine that deploys: VariableEffectsTest.keepsSecretsToItsOwner",
            "kubeconfig_localhost", "on the machine that deploys: VariableEffectsTest.handsOutTheKubeconfig",
            "kubectl_localhost", "on the machine that deploys: VariableEffectsTest.putsKubectlBesideIt",
            "minimal_node_memory_mb", "refuses hosts that have less, which needs another inventory: PreflightTest");

    private EffectTable() {}

    /**
     * One effect of a variable.
     *
     * @param host control-plane, worker or balancer
     * @param script shell text that shows the effect
     * @param line a whole line of what it prints, without the space around it
     */
    record Effect(String variable, String host, String script, String line) {

        /** Asks the host of a rack. */
        void assertSeenOn(RackUnderTest rack) throws Exception {
            String name = switch (host) {
                case "control-plane" -> rack.controlPlane();
                case "worker" -> rack.worker();
                case "balancer" -> rack.balancer();
                default -> throw new IllegalArgumentException("no kind of host: " + host);
            };

            String output = rack.run(name, rack.filledIn(script, name));

            assertThat(output.lines().map(String::strip)).as(variable).contains(rack.filledIn(line, name));
        }

        @Override
        public String toString() {
            return variable + ": " + line;
        }
    }

    /** Those of the rack's own inventory. */
    static List<Effect> effects() {
        return effects("effects.txt");
    }

    /** Those of a table that stands beside these tests. */
    static List<Effect> effects(String name) {
        return text(name)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(EffectTable::effect)
                .toList();
    }

    /** A text that stands beside these tests. */
    static String text(String name) {
        try (InputStream stream = Objects.requireNonNull(EffectTable.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shell text may hold bars of its own: what stands before the first two and after the last is apart from it. */
    private static Effect effect(String line) {
        String[] start = line.split(" \\| ", 3);
        int last = start[2].lastIndexOf(" | ");
        return new Effect(
                start[0].strip(),
                start[1].strip(),
                start[2].substring(0, last),
                start[2].substring(last + 3).strip());
    }
}
