package io.urania.engine.batch;

import io.urania.engine.text.ControlSequences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the marked output of a batch line by line. */
final class BatchReader {

    private final List<Step> steps;
    private final String marker;
    private final BatchListener listener;
    private final List<StepResult> results = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Optional<String> current = Optional.empty();
    private boolean anythingBegun;
    private boolean stopped;
    private boolean over;

    BatchReader(List<Step> steps, String marker, BatchListener listener) {
        this.steps = steps;
        this.marker = marker;
        this.listener = listener;
    }

    void line(String line) {
        if (!line.startsWith(marker)) {
            lines.add(line);
            return;
        }
        String[] words = line.substring(marker.length()).strip().split(" ", -1);
        switch (words[0]) {
            case "stopped" -> stopped = true;
            case "over" -> over = true;
            case "waiting" -> waiting(String.join(" ", List.of(words).subList(1, words.length)));
            case "begin" -> begin(key(words[1]));
            default -> end(key(words[1]), Integer.parseInt(words[2]));
        }
    }

    private String key(String index) {
        return steps.get(Integer.parseInt(index)).key();
    }

    private void begin(String key) {
        anythingBegun = true;
        current = Optional.of(key);
        lines.clear();
        listener.started(key);
    }

    private void waiting(String what) {
        withoutLastLineEnd();
        current.ifPresent(
                key -> listener.waiting(key, ControlSequences.removed(what).strip()));
    }

    private void end(String key, int code) {
        current = Optional.empty();
        StepResult result = new StepResult(key, code, output());
        results.add(result);
        listener.finished(result);
    }

    List<StepResult> results() {
        return List.copyOf(results);
    }

    /** Whether the remote shell came as far as the first step. */
    boolean anythingBegun() {
        return anythingBegun;
    }

    /** Whether the batch ended before its next step because it was asked to. */
    boolean stopped() {
        return stopped;
    }

    /** Whether the batch has said its last word. */
    boolean over() {
        return over;
    }

    /** What was printed outside any step or in the step that did not end. */
    String unfinishedOutput() {
        return String.join("\n", lines).strip();
    }

    private String output() {
        withoutLastLineEnd();
        return String.join("\n", lines);
    }

    /** A marker is printed after an extra line end, so that output without one stays apart from it. */
    private void withoutLastLineEnd() {
        if (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
    }
}
