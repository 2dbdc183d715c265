package io.urania.cli.completion;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;

/** What may stand where a value is expected. */
sealed interface Candidates {

    /** Anything; nothing can be proposed. */
    record Anything() implements Candidates {}

    /** Files and directories. */
    record Files() implements Candidates {}

    /** The hosts of the inventory that the words before name, or of the usual one. */
    record Hosts() implements Candidates {}

    /** The names of recorded runs. */
    record Runs() implements Candidates {}

    /** These words. */
    record Words(List<String> words) implements Candidates {}

    /** The candidates for an option's value or for a positional parameter. */
    static Candidates of(ArgSpec argument) {
        @Nullable Iterable<String> words = argument.completionCandidates();
        if (words != null) {
            return new Words(StreamSupport.stream(words.spliterator(), false).toList());
        }
        return switch (argument.paramLabel()) {
            case "PATH", "DIR", "DIRECTORY", "FILE" -> new Files();
            case "RUN" -> new Runs();
            case "HOST" -> new Hosts();
            default -> new Anything();
        };
    }
}
