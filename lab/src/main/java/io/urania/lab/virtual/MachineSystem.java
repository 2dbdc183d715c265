package io.urania.lab.virtual;

import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import io.urania.lab.system.Script;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What the disks of virtual machines are made of: a copy of the base tree with Debian's own kernel, kept beside it and shared by racks.
 *
 * @param base the base tree
 */
record MachineSystem(Hardware hardware, Path base) {
    private static final Script BUILD = new Script("virtual/build");
    private static final int LINES_TOLD = 5;
    private static final int FINGERPRINT_LENGTH = 6;

    /** Where it is, or will be; the name changes whenever the content would. */
    Path path() throws IOException {
        String everything = String.join("\n", packages()) + BUILD.text();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(everything.getBytes(StandardCharsets.UTF_8));
            String fingerprint = HexFormat.of().formatHex(digest).substring(0, FINGERPRINT_LENGTH);
            return base.resolveSibling(base.getFileName() + "-vm-" + fingerprint);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Makes it if it is not there: half a minute. The work holds a lock; whoever comes second waits for it. */
    Path ensure() throws RackException, IOException, InterruptedException {
        Path system = path();
        if (Files.isDirectory(system)) {
            return system;
        }
        Path log = system.resolveSibling(system.getFileName() + ".log");
        List<String> command =
                new ArrayList<>(List.of("flock", base.resolveSibling(".lock").toString(), "unshare", "--mount", "--"));
        List<String> arguments = new ArrayList<>(List.of(system.toString(), base.toString()));
        arguments.addAll(packages());
        command.addAll(BUILD.command(arguments));
        Process build = Commands.builder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (build.waitFor() != 0) {
                List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
                throw new RackException(
                        "the operating system of the virtual machines could not be created from " + base,
                        "creating it ended with: "
                                + String.join(
                                        " | ", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size())),
                        "see " + log + ", fix the problem and run the same command again");
            }
        } finally {
            build.destroy();
        }
        Files.deleteIfExists(log);
        return system;
    }

    /** What a machine has and a container has not. */
    private List<String> packages() {
        return List.of(hardware.kernelPackage(), "e2fsprogs");
    }
}
