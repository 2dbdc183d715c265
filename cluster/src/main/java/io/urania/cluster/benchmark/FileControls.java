package io.urania.cluster.benchmark;

import io.urania.cluster.benchmark.HostSecurity.Rights;
import io.urania.cluster.spec.ClusterSpec;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/** Judges of the rights of files: a host that has none of those that are asked for is not as it should be. */
final class FileControls {

    static final String ROOT = "root:root";

    private FileControls() {}

    /** No file may be more open than a mode. */
    static BiFunction<HostSecurity, ClusterSpec, Verdict> within(
            int most, Function<ClusterSpec, Predicate<String>> which) {
        return (host, spec) -> judge(
                host,
                which.apply(spec),
                rights -> rights.isWithin(most),
                Rights::octal,
                "set mode " + Integer.toOctalString(most));
    }

    /** All files belong to a user and a group. */
    static BiFunction<HostSecurity, ClusterSpec, Verdict> ownedBy(
            String owner, Function<ClusterSpec, Predicate<String>> which) {
        return (host, spec) -> judge(
                host,
                which.apply(spec),
                rights -> rights.owner().equals(owner),
                Rights::owner,
                "give them to " + owner);
    }

    private static Verdict judge(
            HostSecurity host,
            Predicate<String> which,
            Predicate<Rights> isRight,
            Function<Rights, String> shown,
            String remedy) {
        if (host.files().keySet().stream().noneMatch(which)) {
            return new Verdict.Failed("there is no such file", "see urania status");
        }
        List<String> wrong = host.files().entrySet().stream()
                .filter(file -> which.test(file.getKey()))
                .filter(file -> !isRight.test(file.getValue()))
                .map((Map.Entry<String, Rights> file) -> file.getKey() + " " + shown.apply(file.getValue()))
                .toList();
        return Verdict.of(wrong.isEmpty(), String.join(", ", wrong), remedy + ": urania apply does, for its own files");
    }

    /** A file. */
    static Function<ClusterSpec, Predicate<String>> file(String path) {
        return _ -> path::equals;
    }

    /** A manifest of a static pod. */
    static Function<ClusterSpec, Predicate<String>> manifest(String name) {
        return spec -> (spec.paths().manifests() + "/" + name + ".yaml")::equals;
    }

    /** Files among Kubernetes' certificates whose names end in one of these; all of them, and their directories, for none. */
    static Function<ClusterSpec, Predicate<String>> certificates(String... ends) {
        return spec -> path -> path.startsWith(spec.paths().certificates())
                && (ends.length == 0 || List.of(ends).stream().anyMatch(path::endsWith));
    }

    /** Everything in a directory. */
    static Function<ClusterSpec, Predicate<String>> in(String directory) {
        return _ -> path -> path.startsWith(directory + "/");
    }
}
