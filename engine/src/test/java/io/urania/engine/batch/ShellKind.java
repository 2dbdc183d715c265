package io.urania.engine.batch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.urania.engine.shell.CleanEnvironment;
import io.urania.engine.transport.Exit;
import io.urania.engine.transport.Input;
import io.urania.engine.transport.LocalTransport;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The shells that a host may have as {@code sh}. */
public enum ShellKind {
    DASH("dash"),
    BASH("bash --posix"),
    /** Not only its shell: dd, sha256sum and the rest are busybox's own too. */
    BUSYBOX("busybox sh");

    private static final String PATH_LINE = "PATH=" + CleanEnvironment.PATH + "\n";

    private final String command;

    ShellKind(String command) {
        this.command = command;
    }

    /** Runs batches on this machine with this shell; skips the calling test where there is none. */
    public Transport transport(Path directory) {
        List<String> words = List.of(command.split(" ", -1));
        assumeTrue(
                isInstalled(words.getFirst()),
                "skipped: %1$s is not installed; on Debian: apt-get install %1$s".formatted(words.getFirst()));
        LocalTransport local = new LocalTransport(words);
        return this == BUSYBOX ? new BusyboxPrograms(local, directory) : local;
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Puts a directory with busybox under all its names in the place of the search path of the batch script. */
    private record BusyboxPrograms(LocalTransport local, Path directory) implements Transport {

        @Override
        public Exit execute(Target target, String command, Input input, Consumer<String> outputLine)
                throws TransportException, InterruptedException {
            Path programs = directory.resolve("busybox");
            if (!Files.exists(programs)) {
                try {
                    Files.createDirectory(programs);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                local.execute(target, "busybox --install -s " + programs, Input.NONE, _ -> {});
            }
            Input changed = sink -> {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                input.writeTo(bytes);
                // The length must stay the same: it stands in the command line.
                String original = bytes.toString(StandardCharsets.ISO_8859_1);
                String path = "PATH=" + programs + ";";
                String line = path + " ".repeat(Math.max(0, PATH_LINE.length() - path.length() - 1)) + "\n";
                if (line.length() != PATH_LINE.length() || !original.contains(PATH_LINE)) {
                    throw new IOException("cannot put " + programs + " into the script");
                }
                sink.write(original.replace(PATH_LINE, line).getBytes(StandardCharsets.ISO_8859_1));
            };
            String here = "PATH=" + programs + "; " + command.replace(CleanEnvironment.PATH, programs.toString());
            return local.execute(target, here, changed, outputLine);
        }

        @Override
        public void close() {
            local.close();
        }
    }
}
