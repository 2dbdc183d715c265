package io.urania.cluster.value;

import io.urania.cluster.system.registry.OperatingSystems;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directories of a Linux system, by the Filesystem Hierarchy Standard 3.0 and what systems have besides. None of them may be a
 * directory of the cluster's own: such a one gets another owner and another mode, and a reset takes it away.
 */
public final class SystemDirectories {

    /** Directories in which there may be others that the system has nothing to do with. */
    private static final List<String> SHARED = List.of(
            "/", "/home", "/media", "/mnt", "/opt", "/srv", "/usr", "/usr/local", "/var", "/var/lib", "/var/opt");

    /** Directories of every system with all that is in them. */
    private static final List<String> STANDARD = List.of(
            "/bin",
            "/boot",
            "/dev",
            "/etc",
            "/lib",
            "/lib32",
            "/lib64",
            "/libx32",
            "/lost+found",
            "/proc",
            "/root",
            "/run",
            "/sbin",
            "/sys",
            "/tmp",
            "/usr/bin",
            "/usr/include",
            "/usr/lib",
            "/usr/lib32",
            "/usr/lib64",
            "/usr/libexec",
            "/usr/libx32",
            "/usr/local/bin",
            "/usr/local/etc",
            "/usr/local/lib",
            "/usr/local/sbin",
            "/usr/local/share",
            "/usr/sbin",
            "/usr/share",
            "/usr/src",
            "/var/cache",
            "/var/lib/NetworkManager",
            "/var/lib/cloud",
            "/var/lib/cni",
            "/var/lib/dbus",
            "/var/lib/dhcp",
            "/var/lib/dhcpcd",
            "/var/lib/kubelet",
            "/var/lib/misc",
            "/var/lib/polkit-1",
            "/var/lib/private",
            "/var/lib/sudo",
            "/var/lib/systemd",
            "/var/lib/urania",
            "/var/local",
            "/var/lock",
            "/var/log",
            "/var/mail",
            "/var/run",
            "/var/spool",
            "/var/tmp");

    /** The same, and those that single systems and package managers have. */
    private static final List<String> TREES = Stream.concat(
                    STANDARD.stream(),
                    OperatingSystems.ALL.stream()
                            .flatMap(system -> Stream.concat(
                                    system.directories().stream(), system.packageManager().directories().stream())))
            .distinct()
            .sorted()
            .toList();

    /** Directories below those above in which people keep files of their own. */
    private static final Pattern FOR_PEOPLE = Pattern.compile(
            "/(?:etc/(?:ansible|kubespray|urania)|home/[^/]+|root|run/user/[0-9]+|tmp|usr/local/src|usr/src|var/tmp)/.+");

    private SystemDirectories() {}

    /**
     * Whether programs of this machine have their files in a directory, in one around it or in it, and nobody keeps files of a person
     * there.
     *
     * @param path absolute, without {@code .}, {@code ..} and a slash at the end
     */
    public static boolean holdFilesOfPrograms(String path) {
        return has(path)
                || (surround(path) && !FOR_PEOPLE.matcher(path).matches())
                || path.matches("/var/lib/(?:containerd|docker|etcd|kubelet|private)(?:/.*)?");
    }

    /**
     * Whether a directory is one of the system or somebody's home, or has such a one in it.
     *
     * @param path absolute, without {@code .}, {@code ..} and a slash at the end
     */
    public static boolean has(String path) {
        return all().anyMatch(one -> one.equals(path) || one.startsWith(below(path))) || path.matches("/home/[^/]+");
    }

    /**
     * Whether a directory is one of the system or in one, or has such a one in it.
     *
     * @param path absolute, without {@code .}, {@code ..} and a slash at the end
     */
    public static boolean surround(String path) {
        return has(path)
                || TREES.stream().anyMatch(tree -> path.startsWith(below(tree)))
                || path.matches("/home/.*/\\..*");
    }

    /** All of them as the words of a {@code case} in POSIX sh. */
    public static String pattern() {
        return Stream.concat(all(), Stream.of("/home/[!/]*")).collect(Collectors.joining(" | "));
    }

    private static Stream<String> all() {
        return Stream.concat(SHARED.stream(), TREES.stream());
    }

    private static String below(String path) {
        return path.equals("/") ? path : path + "/";
    }
}
