package io.urania.cluster.reader.rule;

import io.urania.cluster.component.runtime.NodeRuntimes;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.EtcdVariables;
import io.urania.cluster.variable.rows.PathVariables;
import io.urania.inventory.problem.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** No directory of a host is two things at once: each has an owner and a mode of its own, and a reset takes it away with all that is in it. */
public record DirectoryRules(Source source) {

    /** What is in directories that no variable names. */
    private static final Map<String, String> OF_OTHERS = new TreeMap<>(Map.of(
            "/etc/cni/net.d", "the CNI configuration",
            "/var/lib/cni", "pod addresses",
            "/var/lib/docker", "Docker's data",
            "/var/lib/kubelet", "the kubelet's data"));

    public void check() {
        List<Directory> directories = new ArrayList<>();
        for (Variable<String> variable : variables()) {
            Directory directory = new Directory(variable.name(), source.get(variable), source.position(variable));
            directories.stream()
                    .filter(other -> lieInEachOther(directory.path(), other.path()))
                    .forEach(other -> tell(directory, other));
            OF_OTHERS.forEach((path, content) -> {
                if (lieInEachOther(directory.path(), path)) {
                    source.error(
                            directory.position(),
                            directory + " and " + path + ", with " + content + ", " + relation(directory.path(), path),
                            "each has its own owner and mode, and reset removes a directory with all its contents",
                            "use a separate directory");
                }
            });
            directories.add(directory);
        }
    }

    private List<Variable<String>> variables() {
        List<Variable<String>> variables =
                new ArrayList<>(List.of(EtcdVariables.DATA_DIRECTORY, EtcdVariables.EVENTS_DATA_DIRECTORY));
        variables.addAll(source.get(NodeRuntimes.CHOICE).directories());
        variables.addAll(List.of(PathVariables.PROGRAMS, PathVariables.CNI_PROGRAMS, PathVariables.CERTIFICATES));
        return variables;
    }

    private void tell(Directory one, Directory other) {
        source.error(
                one.position() == null ? other.position() : one.position(),
                one + " and " + other + other.place() + " " + relation(one.path(), other.path()),
                "each has its own owner and mode, and reset removes a directory with all its contents",
                "use a separate directory for each");
    }

    private static String relation(String one, String other) {
        return one.equals(other) ? "are the same directory" : "overlap";
    }

    private static boolean lieInEachOther(String one, String other) {
        return (one + "/").startsWith(other + "/") || (other + "/").startsWith(one + "/");
    }

    /**
     * A directory of hosts.
     *
     * @param position where it is set, if it is
     */
    private record Directory(
            String variable, String path, @Nullable Position position) {

        private String place() {
            return position == null ? " (default)" : " (" + position + ")";
        }

        @Override
        public String toString() {
            return variable + " " + path;
        }
    }
}
