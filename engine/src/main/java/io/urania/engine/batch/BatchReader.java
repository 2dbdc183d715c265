package io.urania.engine.batch;

import java.util.ArrayList;
import java.util.List;

/** Reads the marked output of a batch line by line. */
final class BatchReader {

    private final List<Step> steps;
    private final String marker;
    private final BatchListener listener;
    private final List<StepResult> results = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private boolean anythingBegun;
    private boolean stopped;

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
        if (words[0].equals("stopped")) {
            stopped = true;
            return;
        }
        String key = steps.get(Integer.parseInt(words[1])).key();
        if (words[0].equals("begin")) {
            anythingBegun = true;
            lines.clear();
            listener.started(key);
        } else {
            StepResult result = new StepResult(key, Integer.parseInt(words[2]), output());
            results.add(result);
            listener.finished(result);
        }
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

    /** What was printed outside any step or in the step that did not end. */
    String unfinishedOutput() {
        return String.join("\n", lines).strip();
    }

    /** The marker of the end is printed after an extra line end, so that output without one stays apart from it. */
    private String output() {
        if (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return String.join("\n", lines);
    }
}
