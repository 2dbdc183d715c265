package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.urania.inventory.Inventory;
import io.urania.inventory.value.BooleanValue;
import io.urania.inventory.value.IntegerValue;
import io.urania.inventory.value.ListValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import io.urania.lab.Rack;
import io.urania.lab.RackHost;
import io.urania.lab.report.RackProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rack that the tests run against, deployed: the system property {@code urania.rack} names it, from the repository's
 * root; otherwise it is {@code rack} there, where {@code ./urania lab up} makes one.
 */
final class RackUnderTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final String FUNCTIONS = EffectTable.text("functions.sh");
    private static final Pattern VARIABLE = Pattern.compile("@([a-z_]+)@");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MIRROR = "/etc/apt/apt.conf.d/99-rack-test";
    private static final long LITTLE_MEMORY = 6L << 20;

    private final Rack rack;
    private final Inventory inventory;

    private RackUnderTest(Rack rack, Inventory inventory) {
        this.rack = rack;
        this.inventory = inventory;
    }

    /** Where the rack is, if there is one: {@link RackCondition} asks. */
    static Path place() {
        String named = System.getProperty("urania.rack", "");
        return REPOSITORY.resolve(named.isEmpty() ? "rack" : named).normalize();
    }

    static RackUnderTest find() throws Exception {
        Rack rack = Rack.open(place());
        return new RackUnderTest(rack, Inventory.load(rack.inventories()));
    }

    Path directory() {
        return rack.directory();
    }

    List<Path> inventories() {
        return rack.inventories();
    }

    /** All hosts. */
    List<String> names() throws Exception {
        return rack.list().hosts().stream().map(RackHost::name).toList();
    }

    String controlPlane() throws Exception {
        return first("control-plane").name();
    }

    List<String> controlPlanes() throws Exception {
        return hosts("control-plane").stream().map(RackHost::name).toList();
    }

    /** The last worker, which is never a control plane host nor the balancer. */
    String worker() throws Exception {
        return hosts("worker").getLast().name();
    }

    String balancer() throws Exception {
        return first("load-balancer").name();
    }

    String balancerAddress() throws Exception {
        return first("load-balancer").address();
    }

    String addressOf(String host) throws Exception {
        return rack.list().hosts().stream()
                .filter(it -> it.name().equals(host))
                .map(RackHost::address)
                .findFirst()
                .orElseThrow();
    }

    /** The text with names and addresses of this rack, and values of its inventories for a host, put in. */
    String filledIn(String text, String host) throws Exception {
        String named = text.replace("@CONTROL_PLANE@", controlPlane())
                .replace("@WORKER@", worker())
                .replace("@BALANCER@", balancerAddress())
                .replace("@NODES@", String.valueOf(names().size() - 1));
        StringBuilder filled = new StringBuilder();
        Matcher matcher = VARIABLE.matcher(named);
        while (matcher.find()) {
            Value value = inventory.variables(host).value(matcher.group(1)).orElseThrow();
            matcher.appendReplacement(filled, Matcher.quoteReplacement(words(value)));
        }
        return matcher.appendTail(filled).toString();
    }

    /** The output of shell text on a host; fails if the shell does. */
    String run(String host, String script) throws Exception {
        Answer answer = ask(host, script);
        assertThat(answer.code())
                .as("%s on %s: %s", script, host, answer.output())
                .isZero();
        return answer.output();
    }

    /** Asks until the shell text works, for two minutes at most. */
    String eventually(String host, String script) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        Answer answer = ask(host, script);
        while (answer.code() != 0) {
            if (Instant.now().isAfter(deadline)) {
                fail("%s on %s did not work within %s: %s", script, host, PATIENCE, answer.output());
            }
            answer = ask(host, "sleep 2\n" + script);
        }
        return answer.output();
    }

    /** Waits until a moment has come, for two minutes at most; it looks so often that the step goes hardly on meanwhile. */
    void awaitSign(Moment moment) throws Exception {
        if (!moment.sign().isEmpty()) {
            run(moment.step().host(), """
                    deadline=$(($(date +%%s) + %d))
                    until { %s; } >/dev/null 2>&1; do
                        [ "$(date +%%s)" -lt "$deadline" ] || exit 1
                        sleep 0.02
                    done
                    """.formatted(PATIENCE.toSeconds(), moment.sign()));
        }
    }

    /** Cuts a host off the network. */
    void cut(String host) throws Exception {
        rack.cut(List.of(host));
    }

    /** Fills a host's disk. */
    void fill(String host) throws Exception {
        rack.fill(List.of(host), List.of());
    }

    /** Fills some of a host's directories. */
    void fill(String host, List<String> directories) throws Exception {
        rack.fill(List.of(host), directories);
    }

    /** Has the commands that are at work there over ssh run out of memory: they are killed, the host's services are not. */
    void leaveLittleMemory(String host) throws Exception {
        run(host, "limit_memory " + LITTLE_MEMORY);
    }

    /** Has a host ask this server for packages. */
    void useMirror(String host, BadMirror mirror) throws Exception {
        run(host, "echo 'Acquire::http::Proxy \"%s\";' >%s".formatted(mirror.url(), MIRROR));
    }

    /** This machine's address on the rack's network. */
    String machine() throws Exception {
        return run(worker(), "ip route show default | cut -d' ' -f3");
    }

    /** Boots a host without shutting it down, as if its power had failed for a moment. */
    void crash(String host) throws Exception {
        Process process = rack.command(host, List.of("reboot", "--force", "--force"))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        process.waitFor();
    }

    /** Takes back all that tests did to hosts and machine; returns when every host answers. */
    void makeWhole() throws Exception {
        rack.heal(List.of());
        rack.start(List.of(), RackProgress.silent());
        for (String host : names()) {
            run(host, "free_memory; rm -f " + MIRROR);
        }
    }

    private RackHost first(String role) throws Exception {
        return hosts(role).getFirst();
    }

    private List<RackHost> hosts(String role) throws Exception {
        return rack.list().hosts().stream()
                .filter(host -> host.role().equals(role))
                .toList();
    }

    private static String words(Value value) {
        return switch (value) {
            case TextValue text -> text.text();
            case IntegerValue integer -> integer.number().toString();
            case BooleanValue truth -> Boolean.toString(truth.truth());
            case ListValue list ->
                list.elements().stream().map(RackUnderTest::words).collect(Collectors.joining(" "));
            default -> throw new IllegalArgumentException("no words for " + value);
        };
    }

    private Answer ask(String host, String script) throws Exception {
        Process process = rack.command(host, List.of("sh", "-c", FUNCTIONS + script))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = read(process);
        return new Answer(process.waitFor(), output);
    }

    private static String read(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private record Answer(int code, String output) {}
}
