package io.urania.cluster.benchmark;

import io.urania.cluster.benchmark.HostSecurity.Rights;
import io.urania.cluster.observation.encryption.EncryptionProbe;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.EtcdInstance;
import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Asks a host for all that the benchmark wants to know.
 *
 * @param manifests the directory of static pods
 * @param certificates the directory of Kubernetes' certificates
 * @param etcds all that run
 */
public record HostSecurityProbe(String manifests, String certificates, List<EtcdInstance> etcds)
        implements Probe<HostSecurity> {

    public HostSecurityProbe {
        etcds = List.copyOf(etcds);
    }

    /** The question to a host of a cluster. */
    public static Question<HostSecurity> question(ClusterSpec spec) {
        return Question.about(new HostSecurityProbe(
                spec.paths().manifests(),
                spec.paths().certificates(),
                spec.etcd().instances()));
    }

    @Override
    public String name() {
        return "security";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        List<String> directories =
                etcds.stream().map(EtcdInstance::dataDirectory).toList();
        return "manifests=%s certificates=%s etcds=%s encryption=%s\nset -- %s\n"
                        .formatted(
                                Shell.quote(manifests),
                                Shell.quote(certificates),
                                Shell.quote(
                                        etcds.stream().map(EtcdInstance::name).collect(Collectors.joining(" "))),
                                Shell.quote(EncryptionProbe.FILE),
                                Shell.words(directories))
                + ResourceText.beside(HostSecurityProbe.class, "host-security.sh");
    }

    @Override
    public Map<String, HostSecurity> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        if (lines.isEmpty() || !lines.getLast().equals("end")) {
            return Map.of();
        }
        SortedMap<String, Rights> files = new TreeMap<>();
        SortedMap<String, String> sums = new TreeMap<>();
        Map<String, Map<String, String>> flags = new HashMap<>();
        Map<String, Map<String, String>> etcds = new HashMap<>();
        List<String> encryption = new ArrayList<>();
        List<String> listeners = new ArrayList<>();
        StringBuilder kubelet = new StringBuilder();
        for (String line : lines) {
            int space = line.indexOf(' ');
            String rest = line.substring(space + 1);
            switch (space < 0 ? "" : line.substring(0, space)) {
                case "file" -> addFile(rest, files);
                case "sum" -> addPair(rest, ' ', false, sums);
                case "flag" -> addFlag(rest, flags);
                case "kubelet" -> kubelet.append(rest).append('\n');
                case "etcd", "etcd-events" ->
                    addPair(rest, '=', true, etcds.computeIfAbsent(line.substring(0, space), _ -> new HashMap<>()));
                case "encryption" -> encryption.add(rest);
                case "metrics" -> listeners.add(rest);
                default -> {
                    // The last line, and what a newer script may tell.
                }
            }
        }
        return Map.of(
                "",
                new HostSecurity(files, sums, flags, configuration(kubelet.toString()), etcds, encryption, listeners));
    }

    private static void addFile(String rest, SortedMap<String, Rights> files) {
        String[] words = rest.split(" ", 3);
        if (words.length == 3 && words[0].matches("[0-7]{1,4}")) {
            files.put(words[2], new Rights(Integer.parseInt(words[0], 8), words[1]));
        }
    }

    private static void addPair(String rest, char between, boolean nameFirst, Map<String, String> pairs) {
        int index = rest.indexOf(between);
        if (index > 0) {
            String first = rest.substring(0, index);
            String second = rest.substring(index + 1).strip();
            pairs.put(nameFirst ? first : second, nameFirst ? unquoted(second) : first);
        }
    }

    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static void addFlag(String rest, Map<String, Map<String, String>> flags) {
        int space = rest.indexOf(' ');
        if (space > 0) {
            String flag = rest.substring(space + 1);
            int equals = flag.indexOf('=');
            flags.computeIfAbsent(rest.substring(0, space), _ -> new HashMap<>())
                    .put(
                            equals < 0 ? flag : flag.substring(0, equals),
                            equals < 0 ? "true" : flag.substring(equals + 1));
        }
    }

    private static Map<String, Object> configuration(String text) {
        Map<String, Object> fields = new HashMap<>();
        try {
            for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
                if (document instanceof Map<?, ?> map) {
                    map.forEach((name, value) -> {
                        if (value != null) {
                            fields.put(String.valueOf(name), value);
                        }
                    });
                }
            }
        } catch (YAMLException e) {
            // A configuration that the kubelet could not read either: nothing of it is set.
            return Map.of();
        }
        return fields;
    }
}
