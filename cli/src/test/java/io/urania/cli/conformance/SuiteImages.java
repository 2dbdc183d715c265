package io.urania.cli.conformance;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.command.CommandFailed;
import io.urania.artifacts.files.DirectoryTree;
import io.urania.artifacts.files.ProcessLock;
import io.urania.artifacts.files.Sha256;
import io.urania.artifacts.image.ImageConfig;
import io.urania.artifacts.image.Layer;
import io.urania.artifacts.image.LayerEntry;
import io.urania.artifacts.image.NamedImage;
import io.urania.artifacts.image.OciArchive;
import io.urania.artifacts.image.Zstandard;
import io.urania.artifacts.resource.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The images of the suite as one archive, kept in the user's cache until what they are made of changes. */
final class SuiteImages {

    private static final int SET_USER = 04755;

    private final String version;
    private final Architecture architecture;
    private final SuitePrograms programs;
    private final Path directory;

    /**
     * @param directory for the archives of all versions; made when needed
     */
    SuiteImages(String version, Architecture architecture, SuitePrograms programs, Path directory) {
        this.version = version;
        this.architecture = architecture;
        this.programs = programs;
        this.directory = directory;
    }

    /** The names of all images of a version. */
    static List<String> names(String version) {
        return ImageRecipe.all(version).stream()
                .flatMap(recipe -> recipe.names().stream())
                .toList();
    }

    /** The archive, made if it is not there: a minute or two. */
    Path archive() throws ArtifactException, CommandFailed, IOException, InterruptedException {
        Files.createDirectories(directory);
        Path archive = directory.resolve("%s-%s-%s.tar".formatted(version, architecture, sumOfInputs()));
        try (ProcessLock lock = ProcessLock.take(directory.resolve(".lock"), () -> {})) {
            lock.ensureHeld();
            if (!Files.exists(archive)) {
                Path work = directory.resolve("work");
                DirectoryTree.delete(work);
                Files.createDirectories(work);
                Path unfinished = work.resolve("archive");
                write(work, unfinished);
                Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
                DirectoryTree.delete(work);
            }
        }
        return archive;
    }

    /** Of all that decides what is in the images but Debian's packages, whose newest versions are taken when they are made. */
    private String sumOfInputs() throws IOException {
        StringBuilder inputs = new StringBuilder(new String(
                Resources.bytes(SuiteImages.class, version + "/" + ImageRecipe.FILE), StandardCharsets.UTF_8));
        TreeSet<String> names = new TreeSet<>();
        ImageRecipe.all(version)
                .forEach(recipe -> names.addAll(recipe.programs().values()));
        for (String name : names) {
            inputs.append(Sha256.of(programs.program(name)));
        }
        return Sha256.of(inputs.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    private void write(Path work, Path archive)
            throws ArtifactException, CommandFailed, IOException, InterruptedException {
        Path tools = work.resolve("tools.tar");
        new ToolsLayer(ImageRecipe.tools(version), work).write(architecture, tools);
        Path smallTools = compressed(tools);
        List<NamedImage> images = new ArrayList<>();
        for (ImageRecipe recipe : ImageRecipe.all(version)) {
            List<Path> plain = new ArrayList<>(List.of(tools));
            List<Path> small = new ArrayList<>(List.of(smallTools));
            List<LayerEntry> entries = entries(recipe, work);
            if (!entries.isEmpty()) {
                Path own = Files.createTempFile(work, "layer", ".tar");
                new Layer(entries).write(own);
                plain.add(own);
                small.add(compressed(own));
            }
            byte[] config = ImageConfig.of(architecture, recipe.runs(), plain);
            recipe.names().forEach(name -> images.add(new NamedImage(name, config, small)));
        }
        OciArchive.write(archive, images);
    }

    private List<LayerEntry> entries(ImageRecipe recipe, Path work) throws IOException {
        List<LayerEntry> entries = new ArrayList<>();
        recipe.programs().forEach((place, name) -> entries.add(program(recipe, place, programs.program(name))));
        recipe.sources()
                .forEach((place, file) -> entries.add(new LayerEntry.Content(place, programs.source(file), 0644)));
        for (Map.Entry<String, String> file : recipe.files().entrySet()) {
            entries.add(ToolsLayer.text(file.getKey(), file.getValue(), work));
        }
        recipe.links().forEach((place, target) -> entries.add(new LayerEntry.Link(place, target)));
        recipe.directories().forEach(place -> entries.add(new LayerEntry.Directory(place, true)));
        return entries;
    }

    private static LayerEntry program(ImageRecipe recipe, String place, Path program) {
        return recipe.setuid().contains(place)
                ? new LayerEntry.Content(place, program, SET_USER)
                : new LayerEntry.Program(place, program);
    }

    private static Path compressed(Path layer) throws IOException {
        Path small = layer.resolveSibling(layer.getFileName() + ".zst");
        Zstandard.compress(layer, small);
        return small;
    }
}
