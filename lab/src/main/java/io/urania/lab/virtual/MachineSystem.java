package io.urania.lab.virtual;

import io.urania.lab.base.Fingerprint;
import io.urania.lab.base.TreeBuild;
import io.urania.lab.report.RackException;
import io.urania.lab.system.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the disks of virtual machines are made of: a copy of the base tree with Debian's own kernel, kept beside it and shared by racks.
 *
 * @param base the base tree
 */
record MachineSystem(Hardware hardware, Path base) {
    private static final Script BUILD = new Script("virtual/build");
    private static final int FINGERPRINT_LENGTH = 6;

    /** Where it is, or will be; the name changes whenever the content would. */
    Path path() throws IOException {
        String everything = String.join("\n", packages()) + BUILD.text();
        String fingerprint = Fingerprint.of(everything).substring(0, FINGERPRINT_LENGTH);
        return base.resolveSibling(base.getFileName() + "-vm-" + fingerprint);
    }

    /** Makes it if it is not there: half a minute. The work holds a lock; whoever comes second waits for it. */
    Path ensure() throws RackException, IOException, InterruptedException {
        Path system = path();
        if (Files.isDirectory(system)) {
            return system;
        }
        List<String> arguments = new ArrayList<>(List.of(system.toString(), base.toString()));
        arguments.addAll(packages());
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--"));
        command.addAll(BUILD.command(arguments));
        return new TreeBuild("the operating system of the virtual machines", system, command, "", base.toString())
                .run();
    }

    /** What a machine has and a container has not. */
    private List<String> packages() {
        return List.of(hardware.kernelPackage(), "e2fsprogs");
    }
}
