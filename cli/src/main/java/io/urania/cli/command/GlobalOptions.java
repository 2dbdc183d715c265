package io.urania.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
public final class GlobalOptions {

    private final List<Path> inventories = new ArrayList<>();
    private boolean debug;
    private boolean noColour;

    @Option(
            names = {"-i", "--inventory"},
            paramLabel = "PATH",
            scope = ScopeType.INHERIT,
            description = {
                "A hosts file, an inventory's folder or a virtual rack's directory; several add up, later ones win.",
                "Without it: ./rack if it holds a virtual rack, else ./inventory."
            })
    void inventories(List<Path> paths) {
        inventories.addAll(paths);
    }

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    void debug(boolean wanted) {
        debug = wanted;
    }

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "No colours; the variable NO_COLOR does the same.")
    void noColour(boolean wanted) {
        noColour = wanted;
    }

    List<Path> inventories() {
        return List.copyOf(inventories);
    }

    public boolean debug() {
        return debug;
    }

    public boolean noColour() {
        return noColour;
    }
}
