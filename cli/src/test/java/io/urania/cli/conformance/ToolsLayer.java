package io.urania.cli.conformance;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.Progress;
import io.urania.artifacts.command.Command;
import io.urania.artifacts.command.CommandFailed;
import io.urania.artifacts.debian.DebianPackages;
import io.urania.artifacts.debian.DebianTree;
import io.urania.artifacts.image.Layer;
import io.urania.artifacts.image.LayerEntry;
import io.urania.cli.conformance.ImageRecipe.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes the layer that all images of the suite stand on: the tools that specs run in pods, out of Debian's packages. */
final class ToolsLayer {

    private static final String PROGRAMS = "usr/bin/";
    private static final String BUSYBOX = "busybox";
    private static final int TEXT_MODE = 0644;

    private final Tools tools;
    private final Path directory;

    /**
     * @param directory for packages and files on the way; made when needed
     */
    ToolsLayer(Tools tools, Path directory) {
        this.tools = tools;
        this.directory = directory;
    }

    /**
     * Writes the layer's tar. The architecture has to be this machine's: busybox is asked for its applets.
     *
     * @return names and versions of the packages in it
     */
    List<String> write(Architecture architecture, Path tar)
            throws ArtifactException, CommandFailed, IOException, InterruptedException {
        DebianTree tree = new DebianPackages(directory.resolve("debian"), Progress.silent())
                .unpack(architecture, tools.packages());
        List<LayerEntry> entries = new ArrayList<>(List.of(
                new LayerEntry.Link("bin", "usr/bin"),
                new LayerEntry.Link("sbin", "usr/bin"),
                new LayerEntry.Link("usr/sbin", "bin"),
                new LayerEntry.Directory("root", false),
                new LayerEntry.Directory("var/run", false),
                new LayerEntry.Directory("tmp", true)));
        TreeSet<String> taken = new TreeSet<>(tools.programs());
        List<Path> loaded = new ArrayList<>();
        for (String name : tools.programs()) {
            Path program = tree.program(name);
            entries.add(new LayerEntry.Program(PROGRAMS + name, program));
            if (!name.equals(BUSYBOX)) { // linked statically: it names no loader and no library
                loaded.add(program);
            }
        }
        tree.needed(loaded).forEach((path, content) -> entries.add(new LayerEntry.Program(path, content)));
        tools.links().forEach((name, target) -> {
            taken.add(name);
            entries.add(new LayerEntry.Link(PROGRAMS + name, target));
        });
        for (Map.Entry<String, String> script : tools.scripts().entrySet()) {
            taken.add(script.getKey());
            String path = PROGRAMS + script.getKey();
            entries.add(new LayerEntry.Program(path, written(path, script.getValue(), directory)));
        }
        applets(tree)
                .filter(taken::add)
                .forEach(applet -> entries.add(new LayerEntry.Link(PROGRAMS + applet, BUSYBOX)));
        for (Map.Entry<String, String> file : tools.files().entrySet()) {
            entries.add(text(file.getKey(), file.getValue(), directory));
        }
        new Layer(entries).write(tar);
        return tree.packages();
    }

    /** A text as a file of a layer; it is written into the directory on the way. */
    static LayerEntry text(String path, String text, Path directory) throws IOException {
        return new LayerEntry.Content(path, written(path, text, directory), TEXT_MODE);
    }

    private static Path written(String path, String text, Path directory) throws IOException {
        Path file = directory.resolve("texts").resolve(path);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text);
    }

    private Stream<String> applets(DebianTree tree) throws CommandFailed, IOException, InterruptedException {
        return new Command(List.of(tree.program(BUSYBOX).toString(), "--list"), directory, Map.of())
                .output(directory.resolve("busybox.log"))
                .lines();
    }
}
