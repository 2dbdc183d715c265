package io.urania.cli.operation;

import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.lab.Rack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the inventories a command is about: those named with -i, or what lies in the working directory. */
public final class InventorySources {

    private static final Path USUAL_RACK = Path.of("rack");
    private static final Path USUAL_INVENTORY = Path.of("inventory");

    private final Path workingDirectory;
    private final String program;

    /**
     * @param workingDirectory where the person is; paths are shown relative to it
     * @param program what the person types to start Urania
     */
    public InventorySources(Path workingDirectory, String program) {
        this.workingDirectory = workingDirectory;
        this.program = program;
    }

    /**
     * The inventories to read, in order.
     *
     * @param named with -i; a virtual rack's directory stands for its inventories
     */
    public List<Path> resolve(List<Path> named) throws Refusal {
        List<Path> sources = new ArrayList<>();
        if (!named.isEmpty()) {
            for (Path path : named) {
                sources.addAll(isRack(path) ? ofRack(path) : List.of(path));
            }
        } else if (isRack(USUAL_RACK)) {
            sources.addAll(ofRack(USUAL_RACK));
        } else if (isInventory(workingDirectory.resolve(USUAL_INVENTORY))) {
            sources.add(USUAL_INVENTORY);
        } else {
            throw new Refusal(
                    ExitCode.USAGE,
                    "no inventory: there is neither ./rack with a virtual rack nor ./inventory here; name one with"
                            + " -i PATH, write one: " + program + " init, or make a virtual rack: " + program
                            + " lab up");
        }
        return sources.stream().map(workingDirectory::resolve).map(this::shown).toList();
    }

    /** Urania's own source tree has a Maven module of that name. */
    private static boolean isInventory(Path path) {
        return Files.exists(path) && !Files.exists(path.resolve("pom.xml"));
    }

    private boolean isRack(Path directory) {
        return Rack.exists(workingDirectory.resolve(directory));
    }

    private static List<Path> ofRack(Path directory) {
        return List.of(directory.resolve(Rack.INVENTORY), directory.resolve(Rack.SECOND_INVENTORY));
    }

    /** Short as the person would write it, where that is possible: a relative path is one from where this process is. */
    private Path shown(Path path) {
        boolean isHere = workingDirectory.toAbsolutePath().equals(Path.of("").toAbsolutePath());
        return isHere && path.startsWith(workingDirectory) ? workingDirectory.relativize(path) : path;
    }
}
