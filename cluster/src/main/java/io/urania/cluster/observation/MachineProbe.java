package io.urania.cluster.observation;

import io.urania.cluster.observation.encryption.EncryptionProbe;
import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which machine a host is (machine-id(5)), and how its API server stores objects. No process is started for it.
 *
 * @param machine the file with the machine's id
 * @param manifest of the API server's static pod
 * @param encryption what it encrypts with
 */
public record MachineProbe(String machine, String manifest, String encryption) implements Probe<MachineFact> {

    private static final String MACHINE = "/etc/machine-id";

    /** The question to a host whose static pods are in a directory. */
    public static Question<MachineFact> question(String manifests) {
        return Question.about(new MachineProbe(MACHINE, manifests + "/kube-apiserver.yaml", EncryptionProbe.FILE));
    }

    @Override
    public String name() {
        return "machine";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
            machine=%s manifest=%s encryption=%s
            id=
            if [ -e "$machine" ]; then read -r id <"$machine" || :; fi
            echo "machine $id"
            if [ -e "$manifest" ]; then
                servers=
                while read -r line || [ -n "$line" ]; do
                    case $line in
                    *--etcd-servers=*)
                        servers=${line#*--etcd-servers=}
                        servers=${servers%%%%[\\"\\'\\ ]*}
                        echo "etcd $servers"
                        ;;
                    *--encryption-provider-config="$encryption") ;;
                    *--encryption-provider-config=*) echo otherwise ;;
                    esac
                done <"$manifest"
                # Of a manifest that says it in another way nothing is known.
                [ -n "$servers" ] || [ ! -s "$manifest" ] || exit 0
                if [ -e "$encryption" ]; then
                    while read -r line || [ -n "$line" ]; do
                        case $line in '# urania: '*:key-*) echo encrypted; break ;; esac
                    done <"$encryption"
                fi
            fi
            echo end
            """.formatted(Shell.quote(machine), Shell.quote(manifest), Shell.quote(encryption));
    }

    @Override
    public Map<String, MachineFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().map(String::strip).toList();
        if (lines.size() < 2 || !lines.getLast().equals("end")) {
            return Map.of();
        }
        TreeSet<String> endpoints = new TreeSet<>();
        lines.stream()
                .filter(line -> line.startsWith("etcd "))
                .flatMap(line -> List.of(line.substring("etcd ".length()).split(",", -1)).stream())
                .filter(endpoint -> !endpoint.isEmpty())
                .forEach(endpoints::add);
        String id = lines.getFirst().substring("machine".length()).strip();
        return Map.of("", new MachineFact(id, endpoints, lines.contains("encrypted"), lines.contains("otherwise")));
    }
}
