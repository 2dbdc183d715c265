package io.urania.cluster.operation;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Hosts that answer as hosts of a rack once did. The answers are files named for host and probe; a probe is known by what it asks, for batches
 * have no names for their steps.
 */
final class RecordedHosts implements Transport {

    private static final Pattern STEP = Pattern.compile("(?m)^step_([0-9]+)\\(\\) \\{$");

    /** What becomes of what a host says, before it is heard. */
    @FunctionalInterface
    interface Damage {

        /** Says everything as it was recorded. */
        Damage NONE = new Damage() {
            @Override
            public String ofAnswer(String host, String probe, String answer) {
                return answer;
            }
        };

        /** The answer of one probe. */
        String ofAnswer(String host, String probe, String answer);

        /** All lines of a host, marks included. */
        default List<String> ofLines(String host, List<String> lines) {
            return lines;
        }
    }

    /** The names of probes, by their scripts, longer ones first: one may be the beginning of another. */
    private final Map<String, String> probes =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private final Map<String, String> answers = new HashMap<>();
    private volatile Damage damage = Damage.NONE;

    /** They know the answers to these questions, and no others. */
    void know(Map<String, List<Question<?>>> questions) {
        questions.forEach((host, asked) -> {
            Map<Probe<?>, SortedSet<String>> subjects = new HashMap<>();
            asked.forEach(question -> subjects.computeIfAbsent(question.probe(), _ -> new TreeSet<>())
                    .add(question.subject()));
            subjects.forEach((probe, words) -> {
                probes.put(probe.script(words), probe.name());
                answers.put(host + " " + probe.name(), recorded(host, probe.name()));
            });
        });
    }

    /** Which answers there are: host and probe, with a space between. */
    List<String> answers() {
        return answers.keySet().stream().sorted().toList();
    }

    /** From now on, what hosts say is damaged so. */
    void damage(Damage by) {
        damage = by;
    }

    private static String recorded(String host, String probe) {
        String file = "/io/urania/cluster/recorded/" + host.replaceFirst("[.].*", "") + "/" + fileName(probe);
        try (InputStream stream = RecordedHosts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new AssertionError(
                        "nobody has recorded what " + host + " says to the probe of its " + probe
                                + ": make " + file
                                + " from a rack of five that is up, with: sudo ./mvnw -Prack -pl cli -am verify"
                                + " -Dtest=RecordingOnTheRackTest -Dsurefire.failIfNoSpecifiedTests=false -Durania.record=true");
            }
            return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the recorder names them. */
    private static String fileName(String probe) {
        return probe.replace("'", "").replace(' ', '-') + ".txt";
    }

    @Override
    public Exit execute(Target target, String command, Input input, Consumer<String> outputLine) {
        SentBatch batch = SentBatch.of(input);
        List<String> lines = new ArrayList<>();
        List<String> steps = List.of(STEP.split(batch.script()));
        for (int number = 0; number < steps.size() - 1; number++) {
            lines.addAll(List.of("", batch.marker() + " begin " + number));
            lines.addAll(List.of(answer(target.name(), steps.get(number + 1)).split("\n", -1)));
            lines.addAll(List.of("", batch.marker() + " end " + number + " 0"));
        }
        lines.addAll(List.of("", batch.marker() + " over"));
        damage.ofLines(target.name(), lines).forEach(outputLine);
        return new Exit(0, "");
    }

    private String answer(String host, String step) {
        for (Map.Entry<String, String> probe : probes.entrySet()) {
            if (step.contains(probe.getKey())) {
                String answer = answers.getOrDefault(host + " " + probe.getValue(), "");
                String said = damage.ofAnswer(host, probe.getValue(), answer);
                return new String(said.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
        }
        // Asked for more than was recorded, as for the text of files.
        return "";
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}
