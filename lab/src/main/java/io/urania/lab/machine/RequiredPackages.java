package io.urania.lab.machine;

import io.urania.lab.layout.HostKind;
import io.urania.lab.platform.Architecture;
import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import io.urania.lab.virtual.Hardware;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The Debian packages of this machine that a rack is run with. */
public final class RequiredPackages {
    private static final Map<String, String> PACKAGE_OF_PROGRAM = new TreeMap<>(Map.of(
            "debootstrap", "debootstrap",
            "systemd-nspawn", "systemd-container",
            "iptables", "iptables",
            "ip", "iproute2",
            "ssh-keygen", "openssh-client",
            "openssl", "openssl",
            "flock", "util-linux",
            "nsenter", "util-linux",
            "umount", "mount",
            "sysctl", "procps"));
    private static final List<String> DIRECTORIES =
            List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");
    private static final Path KEYRING = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

    private RequiredPackages() {}

    /**
     * The packages to install, sorted; empty if nothing is missing.
     *
     * @param kinds of the rack's hosts
     * @param foreign architectures of hosts whose programs this machine's processor does not run
     */
    public static List<String> missing(Set<HostKind> kinds, Set<Architecture> foreign) {
        Map<String, String> packageOfProgram = new TreeMap<>(PACKAGE_OF_PROGRAM);
        if (kinds.contains(HostKind.VIRTUAL_MACHINE)) {
            packageOfProgram.put("debugfs", "e2fsprogs");
            packageOfProgram.put("mkfs.ext4", "e2fsprogs");
            packageOfProgram.put("ssh", "openssh-client");
            packageOfProgram.put("unshare", "util-linux");
            Hardware.ofThisMachine()
                    .ifPresent(hardware -> packageOfProgram.put(hardware.emulator(), hardware.emulatorPackage()));
        }
        foreign.forEach(architecture -> packageOfProgram.put(BinaryFormats.emulator(architecture), "qemu-user-static"));
        List<String> missing = new ArrayList<>();
        packageOfProgram.forEach((program, debianPackage) -> {
            if (!isThere(program)) {
                missing.add(debianPackage);
            }
        });
        if (!Files.exists(KEYRING)) {
            missing.add("debian-archive-keyring");
        }
        return missing.stream().distinct().sorted().toList();
    }

    /** Installs packages with apt-get. */
    public static void install(List<String> packages) throws RackException, IOException, InterruptedException {
        if (packages.isEmpty()) {
            return;
        }
        if (!isThere("apt-get")) {
            throw new RackException(
                    "these are not installed: " + String.join(", ", packages),
                    "this machine has no apt-get, so Urania does not install them",
                    "install their equivalents here, then run the same command again");
        }
        Commands.output(List.of("apt-get", "-q", "update"));
        List<String> install = new ArrayList<>(List.of(
                "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "--no-install-recommends", "install"));
        install.addAll(packages);
        Commands.output(install);
    }

    private static boolean isThere(String program) {
        return DIRECTORIES.stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory).resolve(program)));
    }
}
