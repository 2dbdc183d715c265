package io.urania.lab.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A POSIX shell script among the program's resources.
 *
 * @param name the script's path below {@code io/urania/lab}, without {@code .sh}
 */
public record Script(String name) {
    public String text() throws IOException {
        return Resources.text(name + ".sh");
    }

    /** The command that runs the script with these arguments, with no file on disk. */
    public List<String> command(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", text(), name));
        command.addAll(arguments);
        return command;
    }

    /** See {@link #command(List)}. */
    public List<String> command(String... arguments) throws IOException {
        return command(List.of(arguments));
    }

    /** The program's own text files. */
    public static final class Resources {
        private Resources() {}

        /** The text of the resource at this path below {@code io/urania/lab}. */
        public static String text(String path) throws IOException {
            try (InputStream stream = Script.class.getResourceAsStream("/io/urania/lab/" + path)) {
                if (stream == null) {
                    throw new IOException("the program's own file is missing: io/urania/lab/" + path);
                }
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
