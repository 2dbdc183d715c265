package io.urania.cli.conformance;

import io.urania.artifacts.image.ImageProcess;
import io.urania.artifacts.resource.Resources;
import io.urania.artifacts.resource.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an image of the suite is made of, above the layer that all have; {@code images.yaml} says what the members mean.
 *
 * @param programs places in the image, without a leading slash, and the program of each
 * @param sources places in the image, and the file of Kubernetes' sources of each
 * @param files places in the image, and the text of each
 */
record ImageRecipe(
        List<String> names,
        Map<String, String> programs,
        Map<String, String> sources,
        Map<String, String> files,
        Map<String, String> links,
        List<String> directories,
        List<String> setuid,
        ImageProcess runs) {

    static final String FILE = "images.yaml";

    ImageRecipe {
        names = List.copyOf(names);
        programs = Map.copyOf(programs);
        sources = Map.copyOf(sources);
        files = Map.copyOf(files);
        links = Map.copyOf(links);
        directories = List.copyOf(directories);
        setuid = List.copyOf(setuid);
    }

    /**
     * The layer below all images.
     *
     * @param packages Debian's packages that the programs are taken from
     * @param links names in {@code usr/bin}, and the program there that each stands for
     * @param scripts names in {@code usr/bin}, and the text of each
     */
    record Tools(
            List<String> packages,
            List<String> programs,
            Map<String, String> links,
            Map<String, String> scripts,
            Map<String, String> files) {

        Tools {
            packages = List.copyOf(packages);
            programs = List.copyOf(programs);
            links = Map.copyOf(links);
            scripts = Map.copyOf(scripts);
            files = Map.copyOf(files);
        }
    }

    static Tools tools(String version) {
        YamlNode tools = root(version).node("tools");
        return new Tools(
                tools.texts("packages"),
                tools.texts("programs"),
                texts(tools.node("links")),
                texts(tools.node("scripts")),
                texts(tools.node("files")));
    }

    static List<ImageRecipe> all(String version) {
        YamlNode images = root(version).node("images");
        return images.names().stream().map(name -> recipe(images.node(name))).toList();
    }

    private static YamlNode root(String version) {
        return Resources.yaml(ImageRecipe.class, version + "/" + FILE);
    }

    private static ImageRecipe recipe(YamlNode node) {
        return new ImageRecipe(
                node.texts("names"),
                texts(node.node("programs")),
                texts(node.node("sources")),
                texts(node.node("files")),
                texts(node.node("links")),
                node.texts("directories"),
                node.texts("setuid"),
                new ImageProcess(
                        node.texts("entrypoint"),
                        node.texts("command"),
                        node.optionalText("user").orElse("")));
    }

    private static SortedMap<String, String> texts(YamlNode node) {
        SortedMap<String, String> texts = new TreeMap<>();
        node.names().forEach(name -> texts.put(name, node.text(name)));
        return texts;
    }
}
