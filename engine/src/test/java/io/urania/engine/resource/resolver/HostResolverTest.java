package io.urania.engine.resource.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Facts;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.State;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Sandbox;
import io.urania.engine.resource.resolver.ResolverSettings.Inner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What each of those who see to name resolution is told, from facts given by hand. */
class HostResolverTest {

    private static final Inner CLUSTER = new Inner(List.of("169.254.25.10"), List.of("cluster.local"));
    private static final List<String> SEARCH = List.of("default.svc.cluster.local", "svc.cluster.local");
    private static final List<String> OPTIONS = List.of("ndots:2", "timeout:2", "attempts:2");

    private static final ResolverSettings PLAIN =
            new ResolverSettings(Optional.empty(), List.of("10.0.0.53"), true, List.of("example.org"), OPTIONS);
    private static final ResolverSettings WITH_CLUSTER =
            new ResolverSettings(Optional.of(CLUSTER), List.of("10.0.0.53"), true, SEARCH, OPTIONS);
    private static final ResolverSettings ALONE =
            new ResolverSettings(Optional.of(CLUSTER), List.of("10.0.0.53"), false, SEARCH, OPTIONS);
    private static final ResolverSettings DOMAINS =
            new ResolverSettings(Optional.empty(), List.of(), true, List.of("example.org"), List.of());

    private static final String OWN = "# by hand\ndomain fritz.box\nnameserver 192.168.1.1\noptions edns0\n";

    @Test
    void aPlainFileGetsServersFirstAndTheRestLast() throws Exception {
        assertThat(after(file(OWN), PLAIN)).containsExactly(Map.entry("/etc/resolv.conf", """
                # BEGIN urania
                nameserver 10.0.0.53
                # END urania
                # by hand
                domain fritz.box
                nameserver 192.168.1.1
                options edns0
                # BEGIN urania
                search example.org
                options ndots:2 timeout:2 attempts:2
                # END urania
                """));
    }

    @Test
    void serversOfTheHostAreHiddenWhereOnlyOthersAreToBeAsked() throws Exception {
        assertThat(after(file(OWN), ALONE)).containsExactly(Map.entry("/etc/resolv.conf", """
                # BEGIN urania
                nameserver 169.254.25.10
                nameserver 10.0.0.53
                # END urania
                # by hand
                domain fritz.box
                #urania: nameserver 192.168.1.1
                options edns0
                # BEGIN urania
                search default.svc.cluster.local svc.cluster.local
                options ndots:2 timeout:2 attempts:2
                # END urania
                """));
    }

    @Test
    void whateverWasAskedForTheFileComesBackAsItWas() throws Exception {
        for (ResolverSettings settings : List.of(PLAIN, WITH_CLUSTER, ALONE, DOMAINS)) {
            Map<String, String> told = after(file(OWN), settings);
            ResolverFact then = file(told.getOrDefault("/etc/resolv.conf", ""));

            assertThat(after(then, ResolverSettings.NOTHING)).containsExactly(Map.entry("/etc/resolv.conf", OWN));
            assertThat(after(then, PLAIN)).isEqualTo(after(file(OWN), PLAIN));
        }
    }

    @Test
    void aFileThatWasNotThereGoesAgain() throws Exception {
        Map<String, String> told = after(ResolverFact.NONE, PLAIN);

        assertThat(told).containsOnlyKeys("/etc/resolv.conf");
        assertThat(after(file(told.getOrDefault("/etc/resolv.conf", "")), ResolverSettings.NOTHING))
                .isEmpty();
    }

    @Test
    void aFileThatSaysTheSameInItsOwnWordsStays() throws Exception {
        ResolverFact fact =
                file("nameserver 10.0.0.53\nsearch example.org\noptions attempts:2 ndots:2 timeout:2 rotate\n");

        assertThat(difference(fact, PLAIN)).isEmpty();
        assertThat(difference(file("nameserver 10.0.0.5\nsearch example.org\n"), PLAIN))
                .isPresent();
    }

    @Test
    void whereNothingIsAskedForNothingIsDone() throws Exception {
        assertThat(difference(file(OWN), ResolverSettings.NOTHING)).isEmpty();
        assertThat(difference(link("/somewhere/else"), ResolverSettings.NOTHING))
                .isEmpty();
        assertThat(difference(ResolverFact.NONE, ResolverSettings.NOTHING)).isEmpty();
    }

    @Test
    void dhclientPutsTheLinesBackWhenALeaseIsNew() throws Exception {
        ResolverFact client =
                new ResolverFact(Optional.empty(), Set.of(), Map.of("/etc/resolv.conf", OWN), true, List.of(), false);
        Map<String, String> told = after(client, ALONE);

        assertThat(told).containsOnlyKeys("/etc/resolv.conf", "/etc/dhcp/dhclient-exit-hooks.d/zz-urania");
        for (String shell : List.of("dash", "busybox sh")) {
            String hook = told.getOrDefault("/etc/dhcp/dhclient-exit-hooks.d/zz-urania", "");
            assertThat(afterHook(shell, hook, "BOUND", OWN)).isEqualTo(told.get("/etc/resolv.conf"));
            assertThat(afterHook(shell, hook, "RENEW", told.getOrDefault("/etc/resolv.conf", "")))
                    .isEqualTo(told.get("/etc/resolv.conf"));
            assertThat(afterHook(shell, hook, "PREINIT", OWN)).isEqualTo(OWN);
        }
    }

    @Test
    void dhcpcdGetsTheLinesThatItPutsAroundItsOwn() throws Exception {
        String generated = """
                # Generated by dhcpcd from eth0
                # /etc/resolv.conf.head can replace this line
                nameserver 192.168.1.1
                # /etc/resolv.conf.tail can replace this line
                """;
        Map<String, String> told = after(file(generated), PLAIN);

        assertThat(told).containsOnlyKeys("/etc/resolv.conf", "/etc/resolv.conf.head", "/etc/resolv.conf.tail");
        assertThat(told.get("/etc/resolv.conf.head")).isEqualTo(block("nameserver 10.0.0.53\n"));
        assertThat(told.get("/etc/resolv.conf.tail")).isEqualTo(tail());

        // As dhcpcd itself puts them together, at the next lease.
        Map<String, String> later = new HashMap<>(told);
        later.put(
                "/etc/resolv.conf",
                "# Generated by dhcpcd from eth0\n" + told.get("/etc/resolv.conf.head") + "nameserver 192.168.1.254\n"
                        + told.get("/etc/resolv.conf.tail"));
        ResolverFact then = new ResolverFact(Optional.empty(), Set.of(), later, false, List.of(), false);
        assertThat(difference(then, PLAIN)).isEmpty();
        assertThat(after(then, ResolverSettings.NOTHING))
                .containsExactly(
                        Map.entry("/etc/resolv.conf", "# Generated by dhcpcd from eth0\nnameserver 192.168.1.254\n"));
    }

    @Test
    void resolvconfGetsAHeadAndATail() throws Exception {
        ResolverFact fact = new ResolverFact(
                Optional.of("/run/resolvconf/resolv.conf"),
                Set.of(),
                Map.of("/etc/resolvconf/resolv.conf.d/head", "# DO NOT EDIT\n"),
                true,
                List.of(),
                false);
        Map<String, String> told = after(fact, PLAIN);

        assertThat(told)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "/etc/resolvconf/resolv.conf.d/head",
                        block("nameserver 10.0.0.53\n") + "# DO NOT EDIT\n",
                        "/etc/resolvconf/resolv.conf.d/tail",
                        tail()));
        assertThat(script(fact, PLAIN)).contains("resolvconf -u");
        assertThat(after(withTexts(fact, told), ResolverSettings.NOTHING)).isEqualTo(fact.texts());
    }

    @Test
    void openresolvGetsAssignmentsBeforeThoseOfTheHost() throws Exception {
        String own = "resolv_conf=/etc/resolv.conf\nprepend_nameservers=192.168.1.9\n";
        ResolverFact fact = new ResolverFact(
                Optional.empty(),
                Set.of(),
                Map.of(
                        "/etc/resolv.conf",
                        "# Generated by resolvconf\nnameserver 192.168.1.1\n",
                        "/etc/resolvconf.conf",
                        own),
                true,
                List.of(),
                false);
        Map<String, String> told = after(fact, PLAIN);

        assertThat(told.get("/etc/resolv.conf")).isEqualTo(fact.texts().get("/etc/resolv.conf"));
        // resolvconf and its subscribers read the file one after the other, with the same variables.
        String read = told.get("/etc/resolvconf.conf").repeat(2);
        for (String shell : List.of("dash", "busybox sh")) {
            assertThat(run(shell, read + "echo \"$prepend_nameservers|$prepend_search|$resolv_conf_options\"\n"))
                    .isEqualTo("10.0.0.53 192.168.1.9|example.org | ndots:2 timeout:2 attempts:2\n");
        }
        assertThat(after(withTexts(fact, told), ResolverSettings.NOTHING)).isEqualTo(fact.texts());
    }

    @Test
    void networkManagerGetsServersForAllDomains() throws Exception {
        ResolverFact fact = networkManager();
        Map<String, String> told = after(fact, WITH_CLUSTER);

        assertThat(told.get("/etc/NetworkManager/conf.d/zz-urania.conf")).isEqualTo("""
                [global-dns]
                searches=default.svc.cluster.local,svc.cluster.local
                options=ndots:2,timeout:2,attempts:2

                [global-dns-domain-*]
                servers=169.254.25.10,10.0.0.53
                """);
        assertThat(told.get("/etc/resolv.conf")).isEqualTo(fact.texts().get("/etc/resolv.conf"));
        assertThat(script(fact, WITH_CLUSTER)).contains("systemctl reload NetworkManager.service");
        assertThat(after(withTexts(fact, told), ResolverSettings.NOTHING)).isEqualTo(fact.texts());
    }

    @Test
    void networkManagerTakesNoDomainsWithoutServers() throws Exception {
        assertThat(networkManager().mechanism().takes(DOMAINS)).isFalse();
        assertThat(difference(networkManager(), DOMAINS)).isEmpty();
    }

    /** resolved goes on with the second server for good once the first was silent, and that one does not know the cluster. */
    @Test
    void resolvedAsksTheClusterAloneWhereInterfacesHaveServersForTheRest() throws Exception {
        assertThat(after(resolved("192.168.1.1"), WITH_CLUSTER)).containsExactly(drop("""
                [Resolve]
                DNS=
                DNS=169.254.25.10
                Domains=~cluster.local default.svc.cluster.local svc.cluster.local
                """));
        assertThat(after(resolved(), WITH_CLUSTER)).containsExactly(drop("""
                [Resolve]
                DNS=
                DNS=169.254.25.10 10.0.0.53
                Domains=~cluster.local default.svc.cluster.local svc.cluster.local
                """));
        assertThat(after(resolved("192.168.1.1"), ALONE)).containsExactly(drop("""
                [Resolve]
                DNS=
                DNS=169.254.25.10 10.0.0.53
                Domains=~cluster.local default.svc.cluster.local svc.cluster.local ~.
                """));
        assertThat(after(resolved("192.168.1.1"), DOMAINS)).containsExactly(drop("[Resolve]\nDomains=example.org\n"));
    }

    @Test
    void resolvedIsRestartedAndLookedAt() throws Exception {
        assertThat(script(resolved("192.168.1.1"), WITH_CLUSTER))
                .contains(
                        "systemctl try-restart systemd-resolved.service",
                        "in_effect /run/systemd/resolve/resolv.conf 169.254.25.10");
        assertThat(difference(resolved("192.168.1.1"), WITH_CLUSTER)
                        .orElseThrow()
                        .interrupts())
                .hasSize(1);
        assertThat(after(withTexts(resolved(), after(resolved(), PLAIN)), ResolverSettings.NOTHING))
                .isEmpty();
    }

    @Test
    void whatOnlyTheCLibraryHasIsNothingToResolved() throws Exception {
        ResolverSettings options =
                new ResolverSettings(Optional.empty(), List.of(), true, List.of(), List.of("timeout:5"));

        assertThat(difference(resolved("192.168.1.1"), options)).isEmpty();
    }

    @Test
    void aLinkToNobodyKnownIsNeverRight() throws Exception {
        for (ResolverFact fact : List.of(
                link("/run/connman/resolv.conf"),
                link("/run/systemd/resolve/stub-resolv.conf"),
                link("/run/NetworkManager/resolv.conf"))) {
            assertThat(fact.mechanism()).isEqualTo(Mechanism.OTHER);
            assertThat(script(fact, PLAIN))
                    .contains("exit 1")
                    .contains(fact.link().orElseThrow());
        }
    }

    @Test
    void whoeverCameAfterUraniaDoesNotGetTheFormersFiles() throws Exception {
        Map<String, String> former = new TreeMap<>(after(resolved(), PLAIN));
        former.put("/etc/resolv.conf", OWN);
        ResolverFact fact = new ResolverFact(Optional.empty(), Set.of(), former, false, List.of(), false);

        assertThat(after(fact, PLAIN)).isEqualTo(after(file(OWN), PLAIN));
        assertThat(after(fact, ResolverSettings.NOTHING)).isEqualTo(Map.of("/etc/resolv.conf", OWN));
    }

    @Test
    void moreThanThreeServersAreNeverAsked() throws Exception {
        ResolverSettings many = new ResolverSettings(
                Optional.of(CLUSTER), List.of("10.0.0.1", "10.0.0.2", "10.0.0.3"), true, List.of(), List.of());

        assertThat(after(ResolverFact.NONE, many).get("/etc/resolv.conf"))
                .contains("10.0.0.2")
                .doesNotContain("10.0.0.3");
    }

    @Test
    void theFirstOfTwoTasksIsDoneWhereTheSecondIs() throws Exception {
        HostResolver first = HostResolver.of("name resolution", PLAIN);
        HostResolver second = first.followedBy("names of the cluster", WITH_CLUSTER);
        HostResolver before = first.before(WITH_CLUSTER);

        for (ResolverFact bare : List.of(file(OWN), networkManager(), resolved(), resolved("10.1.1.1"))) {
            ResolverFact early = withTexts(bare, after(bare, PLAIN));
            ResolverFact late = withTexts(bare, after(bare, WITH_CLUSTER));

            assertThat(Sandbox.difference(before, facts(late))).isEmpty();
            assertThat(Sandbox.difference(second, facts(late))).isEmpty();
            assertThat(Sandbox.difference(before, facts(early))).isEmpty();
            assertThat(texts(early, Sandbox.difference(second, facts(early)).orElseThrow()))
                    .isEqualTo(late.texts());
            // In one run: what the first one writes is what the second one finds.
            assertThat(texts(
                            early,
                            Sandbox.difference(second, facts(bare), List.of(new TaskId("here", "name resolution")))
                                    .orElseThrow()))
                    .isEqualTo(late.texts());
        }
    }

    @Test
    void anInterruptedRunIsFinished() throws Exception {
        Map<String, String> told = after(resolved(), PLAIN);
        ResolverFact fact = new ResolverFact(resolved().link(), resolved().active(), told, false, List.of(), true);

        assertThat(script(fact, PLAIN))
                .contains("systemctl try-restart systemd-resolved.service", "rm -f /run/urania-name-resolution");
    }

    @Test
    void aPlanTellsWhatIsAsked() {
        assertThat(WITH_CLUSTER)
                .hasToString("169.254.25.10, 10.0.0.53, then the host's own; search default.svc.cluster.local"
                        + " svc.cluster.local; ndots:2 timeout:2 attempts:2");
        assertThat(DOMAINS).hasToString("the host's own; search example.org");
    }

    private static ResolverFact file(String text) {
        return new ResolverFact(Optional.empty(), Set.of(), Map.of("/etc/resolv.conf", text), false, List.of(), false);
    }

    private static ResolverFact link(String target) {
        return new ResolverFact(Optional.of(target), Set.of(), Map.of(), false, List.of(), false);
    }

    private static ResolverFact networkManager() {
        return new ResolverFact(
                Optional.empty(),
                Set.of("NetworkManager"),
                Map.of("/etc/resolv.conf", "# Generated by NetworkManager\nnameserver 192.168.1.1\n"),
                true,
                List.of(),
                false);
    }

    private static ResolverFact resolved(String... ofLinks) {
        return new ResolverFact(
                Optional.of("/run/systemd/resolve/stub-resolv.conf"),
                Set.of("systemd-resolved", "NetworkManager"),
                Map.of(),
                true,
                List.of(ofLinks),
                false);
    }

    private static ResolverFact withTexts(ResolverFact fact, Map<String, String> texts) {
        return fact.with(texts);
    }

    private static Map.Entry<String, String> drop(String text) {
        return Map.entry("/etc/systemd/resolved.conf.d/zz-urania.conf", text);
    }

    private static String block(String lines) {
        return "# BEGIN urania\n" + lines + "# END urania\n";
    }

    private static String tail() {
        return block("search example.org\noptions ndots:2 timeout:2 attempts:2\n");
    }

    private static Facts facts(ResolverFact fact) {
        return Facts.of("here").put(ResolverProbe.QUESTION, fact).build();
    }

    private static Optional<Difference> difference(ResolverFact fact, ResolverSettings settings) throws Exception {
        return Sandbox.difference(HostResolver.of("name resolution", settings), facts(fact));
    }

    private static String script(ResolverFact fact, ResolverSettings settings) throws Exception {
        return operation(difference(fact, settings).orElseThrow()).script();
    }

    private static Operation operation(Difference difference) {
        return difference.operation().apply(_ -> Optional.empty());
    }

    /** The texts of the host's files after that was asked for, and that nothing is to be done then. */
    private static Map<String, String> after(ResolverFact fact, ResolverSettings settings) throws Exception {
        Optional<Difference> difference = difference(fact, settings);
        Map<String, String> texts =
                difference.isPresent() ? texts(fact, difference.get()) : new TreeMap<>(fact.texts());
        assertThat(difference(withTexts(fact, texts), settings))
                .as("difference after the repair")
                .isEmpty();
        return texts;
    }

    /** As the operation's calls of {@code put} and {@code take} say. */
    private static Map<String, String> texts(ResolverFact fact, Difference difference) throws IOException {
        Operation operation = operation(difference);
        Map<String, String> texts = new TreeMap<>(fact.texts());
        int payload = 0;
        for (String line : operation.script().lines().toList()) {
            String[] words = line.split(" ", -1);
            if (line.startsWith("put /")) {
                assertThat(words[2]).isEqualTo(sum(texts.getOrDefault(words[1], "")));
                texts.put(words[1], text(operation.payloads().get(payload)));
                payload++;
            } else if (line.startsWith("take /") || line.startsWith("drop /")) {
                assertThat(words[2]).isEqualTo(sum(texts.getOrDefault(words[1], "")));
                texts.remove(words[1]);
            }
        }
        assertThat(difference.before()).isInstanceOf(State.Content.class);
        return texts;
    }

    private static String sum(String text) {
        return Payload.text(text).sha256();
    }

    private static String text(Payload payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        payload.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String afterHook(String shell, String hook, String reason, String before) throws Exception {
        Path file = Files.createTempFile("resolv", ".conf");
        Files.writeString(file, before);
        String output = run(shell, "reason=" + reason + "\n" + hook.replace("/etc/resolv.conf", file.toString()));
        assertThat(output).isEmpty();
        String after = Files.readString(file);
        Files.delete(file);
        return after;
    }

    private static String run(String shell, String script) throws Exception {
        Process process = new ProcessBuilder(shell.split(" ", -1))
                .redirectErrorStream(true)
                .start();
        try (var input = process.getOutputStream()) {
            input.write(("set -eu\n" + script).getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        process.getInputStream().transferTo(output);
        process.waitFor();
        return output.toString(StandardCharsets.UTF_8);
    }
}
