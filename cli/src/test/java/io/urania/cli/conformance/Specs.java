package io.urania.cli.conformance;

import io.urania.artifacts.resource.Resources;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The conformance specs of a version, and which of them are left out on a rack.
 *
 * @param names full names, as {@code e2e.test --list-tests} has them
 * @param leftOut names of specs that no run of ours includes
 */
record Specs(Set<String> names, List<LeftOut> leftOut) {

    static final String CONFORMANCE = "[Conformance]";

    private static final Pattern NIGHTLY = Pattern.compile("\\[(Serial|Slow|Disruptive)]");

    Specs {
        names = Set.copyOf(names);
        leftOut = List.copyOf(leftOut);
    }

    /** A spec that is not run, and why. */
    record LeftOut(String name, String reason) {}

    /** Which specs a run is of. */
    enum Extent {
        /** Those that may run beside each other, and end soon. */
        PARALLEL("Conformance && !Serial && !Slow && !Disruptive"),
        /** The others: {@code [Serial]}, {@code [Slow]} and {@code [Disruptive]}. */
        NIGHTLY("Conformance && (Serial || Slow || Disruptive)");

        private final String labels;

        Extent(String labels) {
            this.labels = labels;
        }

        /** For ginkgo's {@code --label-filter}: the suite gives each spec the words in its name as labels. */
        String labels() {
            return labels;
        }
    }

    /** The specs of a version that has its files among the resources of this package. */
    static Specs of(String version) {
        return new Specs(
                new TreeSet<>(lines(version, "specs.txt")),
                lines(version, "left-out.txt").stream().map(Specs::leftOut).toList());
    }

    /**
     * What a run leaves out, sorted by name; the run at night does not mention what the other one has.
     *
     * @param wanted those that are asked for; the others are not mentioned
     */
    List<LeftOut> leftOut(Extent extent, Predicate<String> wanted) {
        TreeMap<String, LeftOut> found = new TreeMap<>();
        if (extent == Extent.PARALLEL) {
            names.stream()
                    .filter(Specs::isNightly)
                    .forEach(name -> found.put(name, new LeftOut(name, nightlyReason(name))));
        }
        leftOut.stream()
                .filter(spec -> extent == Extent.PARALLEL || isNightly(spec.name()))
                .forEach(spec -> found.put(spec.name(), spec));
        return found.values().stream().filter(spec -> wanted.test(spec.name())).toList();
    }

    /** What a run includes, sorted. */
    List<String> included(Extent extent, Predicate<String> wanted) {
        Set<String> included = new TreeSet<>(names);
        included.removeIf(name -> isNightly(name) != (extent == Extent.NIGHTLY) || !wanted.test(name));
        leftOut.forEach(spec -> included.remove(spec.name()));
        return List.copyOf(included);
    }

    /** Regular expressions for ginkgo's {@code --skip} that match what no run includes. */
    List<String> skips() {
        return leftOut.stream().map(spec -> quoted(spec.name())).sorted().toList();
    }

    private static String nightlyReason(String name) {
        if (name.contains("[Disruptive]")) {
            return "[Disruptive]: disturbs what runs beside it; runs at night";
        }
        return name.contains("[Serial]")
                ? "[Serial]: needs the cluster for itself; runs at night"
                : "[Slow]: takes long; runs at night";
    }

    private static boolean isNightly(String name) {
        return NIGHTLY.matcher(name).find();
    }

    /** With each character escaped that means something to Go's regular expressions. */
    private static String quoted(String name) {
        return name.replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0");
    }

    private static LeftOut leftOut(String line) {
        int bar = line.lastIndexOf(" | ");
        if (bar < 0) {
            throw new IllegalStateException("left-out.txt: a spec without a reason: " + line);
        }
        return new LeftOut(line.substring(0, bar), line.substring(bar + " | ".length()));
    }

    private static List<String> lines(String version, String file) {
        return new String(Resources.bytes(Specs.class, version + "/" + file), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
