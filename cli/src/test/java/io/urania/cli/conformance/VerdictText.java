package io.urania.cli.conformance;

import io.urania.cli.conformance.Specs.LeftOut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A verdict for people: lines for a terminal, or a section of a page in Markdown. */
final class VerdictText {

    private VerdictText() {}

    /** For a terminal: the numbers, then what did not pass. */
    static String lines(Verdict verdict, Circumstances when) {
        StringBuilder text = new StringBuilder("Kubernetes' conformance tests %s, %d nodes, %s, %s, %s%n"
                .formatted(
                        when.version(),
                        when.nodes(),
                        cores(when.cores()),
                        when.began().toLocalDate(),
                        minutes(when.took())));
        numbers(verdict).forEach((name, number) -> text.append("%-9s %4d%n".formatted(name, number)));
        for (SpecReport spec : verdict.failed()) {
            text.append("%nfailed: %s%n".formatted(spec.name()))
                    .append(spec.message().strip().indent(2));
        }
        verdict.missing().forEach(name -> text.append("%nnot run: %s%n".formatted(name)));
        verdict.strange().forEach(name -> text.append("%nnot in specs.txt: %s%n".formatted(name)));
        reasons(verdict).forEach((reason, names) -> {
            text.append("%nleft out, %s%n".formatted(reason));
            names.forEach(name -> text.append("  ").append(name).append('\n'));
        });
        return text.toString();
    }

    /** For a page: the same, with the command. */
    static String markdown(Verdict verdict, Circumstances when) {
        StringBuilder text = new StringBuilder("""
                | | |
                |---|---|
                """);
        numbers(verdict).forEach((name, number) -> text.append("| %s | %d |%n".formatted(name, number)));
        text.append("| Kubernetes | %s |%n".formatted(when.version()));
        text.append("| nodes | %d, a virtual rack on %s |%n".formatted(when.nodes(), cores(when.cores())));
        text.append("| began | %s |%n".formatted(when.began().toLocalDate()));
        text.append("| took | %s |%n".formatted(minutes(when.took())));
        text.append("| command | `%s` |%n".formatted(when.command()));
        List<String> failures = new ArrayList<>();
        verdict.failed().forEach(spec -> failures.add("%s: %s".formatted(spec.name(), firstLine(spec.message()))));
        verdict.missing().forEach(name -> failures.add(name + ": did not run"));
        if (!failures.isEmpty()) {
            text.append("\nFailed:\n\n");
            failures.forEach(
                    failure -> text.append("- ").append(escaped(failure)).append('\n'));
        }
        reasons(verdict).forEach((reason, names) -> {
            text.append("\nLeft out, %s:\n\n".formatted(escaped(reason)));
            names.forEach(name -> text.append("- ").append(escaped(name)).append('\n'));
        });
        return text.toString();
    }

    /** Hours are minutes too: people compare. */
    static String minutes(Duration took) {
        return "%d min %02d s".formatted(took.toMinutes(), took.toSecondsPart());
    }

    private static SortedMap<String, Integer> numbers(Verdict verdict) {
        SortedMap<String, Integer> numbers =
                new TreeMap<>(Comparator.comparingInt(List.of("passed", "failed", "not run", "left out")::indexOf));
        numbers.put("passed", verdict.passed().size());
        numbers.put("failed", verdict.failed().size());
        if (!verdict.missing().isEmpty()) {
            numbers.put("not run", verdict.missing().size());
        }
        numbers.put("left out", verdict.leftOut().size());
        return numbers;
    }

    private static SortedMap<String, List<String>> reasons(Verdict verdict) {
        SortedMap<String, List<String>> reasons = new TreeMap<>();
        for (LeftOut spec : verdict.leftOut()) {
            reasons.computeIfAbsent(spec.reason(), _ -> new ArrayList<>()).add(spec.name());
        }
        return reasons;
    }

    private static String cores(int cores) {
        return cores == 1 ? "1 core" : cores + " cores";
    }

    private static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }

    /** Names of specs hold words in brackets and angles, which Markdown may take for links and tags. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_<>\\[\\]]", "\\\\$0");
    }
}
