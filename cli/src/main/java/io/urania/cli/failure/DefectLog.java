package io.urania.cli.failure;

import io.urania.engine.state.PrivateDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the stack traces that a person is not shown. */
public final class DefectLog {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);

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
     * Notes a defect, where only the user may read it, without what can be a secret.
     *
     * @param words the command line
     * @return the log
     */
    public Path add(List<String> words, Throwable defect) throws IOException {
        TypedWords typed = TypedWords.of(words);
        PrivateDirectory.make(file.resolveSibling(".").normalize());
        String entry = clock.instant() + " urania " + typed.line() + "\n" + typed.hiddenIn(trace(defect)) + "\n";
        try (FileChannel channel = FileChannel.open(file, OPTIONS, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setPermissions(OWNER_ONLY);
            ByteBuffer bytes = ByteBuffer.wrap(entry.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        return file;
    }

    /** The stack trace as text. */
    static String trace(Throwable defect) {
        StringWriter text = new StringWriter();
        defect.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
