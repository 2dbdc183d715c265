package io.urania.cli.rack;

import io.urania.engine.shell.Shell;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * The system's {@code ssh}, and a count of the commands that it was given for hosts.
 *
 * @param folder to be found first on the path
 * @param log has a line for each command
 */
record CountedSsh(Path folder, Path log) {

    static CountedSsh in(Path scratch) throws IOException {
        CountedSsh counted = new CountedSsh(Files.createTempDirectory(scratch, "bin"), scratch.resolve("ssh.log"));
        Path program = Files.writeString(counted.folder.resolve("ssh"), """
                #!/bin/sh
                case " $* " in *" -O "*) ;; *) printf '%%s\\n' "$*" >>%s ;; esac
                PATH=%s
                exec ssh "$@"
                """.formatted(
                        Shell.quote(counted.log.toString()), Shell.quote(System.getenv("PATH"))));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return counted;
    }

    /** For a process that is to use it. */
    Map<String, String> environment() {
        return Map.of("PATH", folder + File.pathSeparator + System.getenv("PATH"));
    }

    long commands() throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.count();
        }
    }
}
