package io.urania.cluster.leftover;

import io.urania.cluster.value.SystemDirectories;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** POSIX sh that takes leftovers from a host. It works where nothing is left, so that one that was cut off is finished by another. */
public final class Removal {

    /** The stages of what programs have made; Urania's own files follow when nobody reads them any more. */
    private static final List<Stage> BEFORE_FILES =
            List.of(Stage.STOP, Stage.END, Stage.UNMOUNT, Stage.DISCONNECT, Stage.REMOVE, Stage.RESTORE);

    private Removal() {}

    /** Takes all but files that Urania wrote, and directories of these: those of each stage in the order given. */
    public static String script(Collection<Leftover> leftovers) {
        StringBuilder script = new StringBuilder(functions());
        for (Stage stage : BEFORE_FILES) {
            script.append(commands(leftovers, stage));
            if (stage == Stage.DISCONNECT) {
                script.append(rules(leftovers));
            }
        }
        return script.toString();
    }

    /** Removes the directories that are empty now. */
    public static String cleared(Collection<Leftover> leftovers) {
        return commands(leftovers, Stage.CLEAR);
    }

    /** Removes what tells the hosts of Urania's from others. */
    public static String last(Collection<Leftover> leftovers) {
        return commands(leftovers, Stage.LAST);
    }

    /** The files that Urania writes, for hosts that were set up before they noted it themselves. */
    public static List<String> written(Collection<Leftover> leftovers) {
        return leftovers.stream()
                .filter(Leftover.Written.class::isInstance)
                .map(leftover -> ((Leftover.Written) leftover).path())
                .distinct()
                .toList();
    }

    /** The functions that scripts of owners can use: {@code own_directory}, {@code unmount_below}, {@code end_processes_named}. */
    public static String functions() {
        return ownDirectory() + read("unmounting.sh") + read("removing.sh");
    }

    private static String ownDirectory() {
        return read("own-directory.sh").replace("@system@", SystemDirectories.pattern());
    }

    private static String commands(Collection<Leftover> leftovers, Stage stage) {
        return leftovers.stream()
                .filter(leftover -> leftover.stage() == stage)
                .map(Removal::command)
                .distinct()
                .collect(Collectors.joining());
    }

    private static String command(Leftover leftover) {
        return switch (leftover) {
            case Leftover.Unit(String name) ->
                "systemctl disable --quiet --now " + Shell.quote(name) + " 2>/dev/null || :\n";
            case Leftover.Processes(String name) -> "end_processes_named " + Shell.quote(name) + "\n";
            case Leftover.Mounts(String path) -> "unmount_below " + Shell.quote(path) + "\n";
            case Leftover.Interface(String name) -> "ip link delete " + Shell.quote(name) + " 2>/dev/null || :\n";
            case Leftover.Removed(String path) -> "rm -rf " + Shell.quote(path) + "\n";
            case Leftover.Emptied(String path) -> "empty_directory " + Shell.quote(path) + "\n";
            case Leftover.Cleared(String path) -> "rmdir " + Shell.quote(path) + " 2>/dev/null || :\n";
            case Leftover.Own own -> "(\n" + own.script() + ")\n";
            case Leftover.Rules _, Leftover.Written _, Leftover.Kept _ -> "";
        };
    }

    /** All marks at once: each table is read and written as a whole. */
    private static String rules(Collection<Leftover> leftovers) {
        String marks = leftovers.stream()
                .filter(Leftover.Rules.class::isInstance)
                .map(leftover -> "*" + Shell.quote(((Leftover.Rules) leftover).mark()) + "*")
                .distinct()
                .collect(Collectors.joining(" | "));
        return marks.isEmpty() ? "" : read("dropping-rules.sh").replace("@marks@", marks);
    }

    private static String read(String name) {
        return ResourceText.beside(Removal.class, name);
    }
}
