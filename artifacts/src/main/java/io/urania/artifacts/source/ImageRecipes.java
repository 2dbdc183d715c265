package io.urania.artifacts.source;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.ArtifactException;
import io.urania.artifacts.files.DirectoryTree;
import io.urania.artifacts.image.ImageConfig;
import io.urania.artifacts.image.Layer;
import io.urania.artifacts.image.LayerEntry;
import io.urania.artifacts.image.OciArchive;
import io.urania.artifacts.image.Zstandard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How images are made of built programs. A static program alone is a whole image; what changes packet filters stands on a
 * layer with the tools for that, the same bytes in every image, so that a host stores it once.
 */
public final class ImageRecipes {
    private final NetworkToolsLayer networkTools;
    private final Path directory;
    private final Map<Architecture, NetworkToolsLayer.Made> madeNetworkTools = new EnumMap<>(Architecture.class);

    /** Makes images with the help of that directory, which is made when it is needed. */
    public ImageRecipes(NetworkToolsLayer networkTools, Path directory) {
        this.networkTools = networkTools;
        this.directory = directory;
    }

    /** Makes an image of one static program. */
    String write(Artifact.Image image, Path program, Path destination) throws IOException {
        write(image, program, List.of(), destination);
        return "";
    }

    /**
     * Makes an image of one static program and the tools for packet filters.
     *
     * @return what the tools are of, to be added to the image's source
     */
    String write(Artifact.Image image, Path program, Path iptablesWrapper, Path destination)
            throws ArtifactException, IOException, InterruptedException {
        NetworkToolsLayer.Made tools = madeNetworkTools.get(image.architecture());
        if (tools == null) {
            tools = networkTools.make(image.architecture(), iptablesWrapper);
            madeNetworkTools.put(image.architecture(), tools);
        }
        write(image, program, List.of(tools.tar()), destination);
        return ", and Debian packages " + String.join(", ", tools.packages());
    }

    private void write(Artifact.Image image, Path program, List<Path> below, Path destination) throws IOException {
        String place = image.image().recipe().path();
        Path work = Files.createTempDirectory(Files.createDirectories(directory), image.name());
        try {
            Path layer = work.resolve("layer.tar");
            new Layer(List.of(
                            new LayerEntry.Program(place.substring(1), program), new LayerEntry.Directory("tmp", true)))
                    .write(layer);
            List<Path> layers = new ArrayList<>(below);
            layers.add(layer);
            byte[] config = ImageConfig.of(image.architecture(), place, layers);
            OciArchive.write(
                    destination, image.reference(), config, image.zstandard() ? compressed(layers, work) : layers);
        } finally {
            DirectoryTree.delete(work);
        }
    }

    private static List<Path> compressed(List<Path> layers, Path work) throws IOException {
        List<Path> compressed = new ArrayList<>();
        for (Path layer : layers) {
            Path small = work.resolve(compressed.size() + ".zst");
            Zstandard.compress(layer, small);
            compressed.add(small);
        }
        return compressed;
    }
}
