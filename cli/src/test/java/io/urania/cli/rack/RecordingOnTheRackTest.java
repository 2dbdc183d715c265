package io.urania.cli.rack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.urania.artifacts.bundle.BundleCache;
import io.urania.artifacts.download.CheckedTexts;
import io.urania.cluster.operation.Cluster;
import io.urania.cluster.operation.Installation;
import io.urania.cluster.reader.ClusterInventory;
import io.urania.cluster.reader.ClusterSpecReader;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.variable.Origins;
import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.run.Limits;
import io.urania.engine.run.Stop;
import io.urania.engine.shell.CleanEnvironment;
import io.urania.engine.transport.LocalTransport;
import io.urania.inventory.Inventory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Records what three hosts of a rack of five answer to each probe of a status, for {@code StrangeAnswersTest} of the module cluster. Nothing of
 * it is secret: no probe of a status reads a key. Clocks differ from one recording to the next, so all of them are made anew.
 */
@EnabledIfSystemProperty(named = "urania.record", matches = "true")
final class RecordingOnTheRackTest extends TestOnTheRack {

    private static final Path RECORDED = Path.of("../cluster/src/test/resources/io/urania/cluster/recorded");

    @Test
    void whatHostsAnswer() throws Exception {
        Map<String, List<Question<?>>> questions = questions();
        String resolver = rack.filledIn("@upstream_dns_servers@", rack.controlPlane());
        for (String host : List.of(rack.controlPlane(), rack.worker(), rack.balancer())) {
            Path folder = Files.createDirectories(RECORDED.resolve(host.replaceFirst("[.].*", "")));
            Map<Probe<?>, SortedSet<String>> subjects = new HashMap<>();
            questions
                    .getOrDefault(host, List.of())
                    .forEach(question -> subjects.computeIfAbsent(question.probe(), _ -> new TreeSet<>())
                            .add(question.subject()));
            for (Map.Entry<Probe<?>, SortedSet<String>> asked : subjects.entrySet()) {
                String answer = rack.run(
                        host,
                        "PATH=" + CleanEnvironment.PATH
                                + " LC_ALL=C HOME=/root\nexport PATH LC_ALL HOME\nexec 2>/dev/null\n"
                                + asked.getKey().script(asked.getValue()));
                assertThat(answer).doesNotContain("PRIVATE KEY", "client-key-data");
                Files.writeString(
                        folder.resolve(fileName(asked.getKey())),
                        withoutThisMachine(answer, resolver),
                        StandardCharsets.ISO_8859_1);
            }
        }
        assertThat(RECORDED.resolve("hosts.yaml")).exists();
    }

    private Map<String, List<Question<?>>> questions() throws Exception {
        Inventory inventory = ClusterInventory.load(rack.inventories());
        ClusterSpec spec = ClusterSpecReader.standard().read(inventory).orThrow();
        Cluster cluster =
                new Cluster(spec, new LocalTransport(), _ -> {}, Clock.systemUTC(), Limits.ofForks(1), new Stop());
        Installation installation = cluster.installation(
                BundleCache.standard().widest(spec.kubernetes()).orElseThrow(),
                Origins.of(inventory),
                new CheckedTexts(scratch.resolve("texts")));
        return installation.surveyed();
    }

    private static String fileName(Probe<?> probe) {
        return probe.name().replace("'", "").replace(' ', '-') + ".txt";
    }

    /** Without paths and the resolver of this machine, and without lists of images, which are long. */
    private String withoutThisMachine(String answer, String resolver) {
        StringBuilder lines = new StringBuilder();
        for (String line : answer.split("\n", -1)) {
            lines.append(line.startsWith("{\"kind\":\"NodeList\"") ? withoutImages(line) : line)
                    .append('\n');
        }
        return lines.substring(0, lines.length() - 1)
                .replace(rack.directory().toString() + "/", "/rack/")
                .replaceAll("/[^\\s,=]*/[.]cache/urania/rack/[^\\s,]+", "/base")
                .replace(resolver, "192.0.2.53");
    }

    private static String withoutImages(String nodes) {
        JsonObject list = JsonParser.parseString(nodes).getAsJsonObject();
        for (JsonElement node : list.getAsJsonArray("items")) {
            node.getAsJsonObject().getAsJsonObject("status").remove("images");
            node.getAsJsonObject().getAsJsonObject("metadata").remove("managedFields");
        }
        return list.toString();
    }
}
