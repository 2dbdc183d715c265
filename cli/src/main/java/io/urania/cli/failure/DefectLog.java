package io.urania.cli.failure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Keeps the stack traces that a person is not shown. */
public final class DefectLog {

    private final Path file;
    private final Clock clock;

    public DefectLog(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** {@code urania/defects.log} in the user's state directory (XDG Base Directory Specification 0.8). */
    public static Path defaultFile(Map<String, String> environment, Path home) {
        String configured = environment.getOrDefault("XDG_STATE_HOME", "");
        Path state = configured.isEmpty() ? home.resolve(".local/state") : Path.of(configured);
        return state.resolve("urania").resolve("defects.log");
    }

    /**
     * Notes a defect.
     *
     * @param words the command line
     * @return the log
     */
    public Path add(List<String> words, Throwable defect) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(
                file,
                clock.instant() + " urania " + String.join(" ", words) + "\n" + trace(defect) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return file;
    }

    /** The stack trace as text. */
    static String trace(Throwable defect) {
        StringWriter text = new StringWriter();
        defect.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
