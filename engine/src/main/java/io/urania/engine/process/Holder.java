package io.urania.engine.process;

import io.urania.engine.text.ControlSequences;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A process that holds something.
 *
 * @param of what it holds, as it was asked for: a port's number, or a file
 * @param process its number; empty if it cannot be seen from the host
 * @param name what the kernel calls it, at most 15 characters (proc(5), "comm"); empty if it cannot be seen
 */
public record Holder(String of, OptionalLong process, String name) {

    /** The holders that the functions of {@link Holders} have printed, in their order; lines of another form are passed over. */
    public static List<Holder> read(String output) {
        return ControlSequences.removed(output)
                .lines()
                .map(Holder::line)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Holder> line(String line) {
        String[] words = line.split(" ", 3); // a name may have spaces
        if (words.length < 3) {
            return Optional.empty();
        }
        if (words[1].equals("-")) {
            return Optional.of(new Holder(words[0], OptionalLong.empty(), ""));
        }
        return words[1].matches("[0-9]{1,10}")
                ? Optional.of(new Holder(words[0], OptionalLong.of(Long.parseLong(words[1])), words[2]))
                : Optional.empty();
    }

    /** Who it is, in parentheses: {@code pid 812, python3}. */
    public String words() {
        return process.isPresent() ? "pid " + process.getAsLong() + ", " + name : "a process that is not visible there";
    }
}
