package io.urania.engine.resource.packages;

import io.urania.engine.shell.Shell;
import io.urania.engine.system.PackageManager;
import io.urania.engine.system.apt.Apt;
import io.urania.engine.system.pacman.Pacman;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The package managers that there are. */
public final class PackageManagers {

    /** Of several that a host has, the first one counts. */
    public static final List<PackageManager> ALL = List.of(new Apt(), new Pacman());

    private static final String ANSWERED_BY = "by ";

    private PackageManagers() {}

    /** Their names in a sentence. */
    public static String words() {
        return ALL.stream().map(PackageManager::name).collect(Collectors.joining(" and "));
    }

    /** POSIX sh that asks the one that is there, and prints its name before the answer; where there is none, it prints nothing. */
    static String asking(Function<PackageManager, String> question) {
        return asking(ALL, question);
    }

    static String asking(List<PackageManager> managers, Function<PackageManager, String> question) {
        return managers.stream()
                .map(manager -> """
                        if %s; then
                            echo %s
                        %s
                        """.formatted(
                                manager.presence(),
                                Shell.quote(ANSWERED_BY + manager.name()),
                                question.apply(manager).stripTrailing()))
                .collect(Collectors.joining("el", "", "fi\n"));
    }

    /** Who has answered; empty if nobody has. */
    static Optional<PackageManager> answering(List<String> lines) {
        return ALL.stream()
                .filter(manager -> lines.contains(ANSWERED_BY + manager.name()))
                .findFirst();
    }
}
