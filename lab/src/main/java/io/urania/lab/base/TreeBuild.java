package io.urania.lab.base;

import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The work that makes one tree. It holds a lock as long as any process of it lives, even when this program is killed; whoever comes second
 * waits for it.
 *
 * @param what what is made, for messages
 * @param tree where it will be
 * @param command what makes it, if it is not there
 * @param input for the command's standard input
 * @param source what it is made from, for messages
 */
public record TreeBuild(String what, Path tree, List<String> command, String input, String source) {
    private static final int LINES_TOLD = 5;

    /** Makes it, and returns where it is. */
    public Path run() throws RackException, IOException, InterruptedException {
        Path cache = tree.resolveSibling(".lock");
        Path log = tree.resolveSibling(tree.getFileName() + ".log");
        List<String> locked = new ArrayList<>(List.of("flock", cache.toString()));
        locked.addAll(command);
        Process build = Commands.builder(locked)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        try (var standardInput = build.getOutputStream()) {
            standardInput.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (build.waitFor() != 0) {
                List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
                throw new RackException(
                        what + " could not be created from " + source,
                        "its creation ended with: "
                                + String.join(
                                        " | ", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size())),
                        "see " + log + ", fix the problem and run the same command again");
            }
        } finally {
            build.destroy();
        }
        Files.deleteIfExists(log);
        return tree;
    }
}
