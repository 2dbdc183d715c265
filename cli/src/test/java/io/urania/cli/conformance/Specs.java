package io.urania.cli.conformance;

import io.urania.artifacts.resource.Resources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
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
    private static final String AT_NIGHT =
            ": needs the cluster for itself, takes long or disturbs others; the nightly run has it";

    Specs {
        names = Set.copyOf(names);
        leftOut = List.copyOf(leftOut);
    }

    /** A spec that is not run, and why. */
    record LeftOut(String name, String reason) {}

    /** Which specs a run includes. */
    enum Extent {
        /** Those that may run beside each other in short time. */
        PARALLEL,
        /** All but those that never run on a rack. */
        NIGHTLY
    }

    /** The specs of a version that has its files among the resources of this package. */
    static Specs of(String version) {
        return new Specs(
                new TreeSet<>(lines(version, "specs.txt")),
                lines(version, "left-out.txt").stream().map(Specs::leftOut).toList());
    }

    /**
     * What a run leaves out, sorted by name.
     *
     * @param wanted those that are asked for; the others are not mentioned
     */
    List<LeftOut> leftOut(Extent extent, Predicate<String> wanted) {
        TreeMap<String, LeftOut> found = new TreeMap<>();
        if (extent == Extent.PARALLEL) {
            for (String name : names) {
                NIGHTLY.matcher(name)
                        .results()
                        .reduce((_, last) -> last)
                        .ifPresent(tag -> found.put(name, new LeftOut(name, tag.group() + AT_NIGHT)));
            }
        }
        leftOut.forEach(spec -> found.put(spec.name(), spec));
        return found.values().stream().filter(spec -> wanted.test(spec.name())).toList();
    }

    /** What a run includes, sorted. */
    List<String> included(Extent extent, Predicate<String> wanted) {
        Set<String> included = new TreeSet<>(names);
        included.removeIf(wanted.negate());
        leftOut(extent, wanted).forEach(spec -> included.remove(spec.name()));
        return List.copyOf(included);
    }

    /**
     * A regular expression for ginkgo's {@code --focus}.
     *
     * @param wanted a regular expression of the specs that are asked for; empty for all
     */
    static String focus(String wanted) {
        return (wanted.isEmpty() ? "" : "(" + wanted + ").*") + quoted(CONFORMANCE);
    }

    /** Regular expressions for ginkgo's {@code --skip} that match what a run leaves out, and nothing else of these specs. */
    List<String> skips(Extent extent) {
        List<String> skips = new ArrayList<>();
        if (extent == Extent.PARALLEL) {
            skips.add(NIGHTLY.pattern());
        }
        leftOut.stream().map(LeftOut::name).sorted(Comparator.naturalOrder()).forEach(name -> skips.add(quoted(name)));
        return List.copyOf(skips);
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
