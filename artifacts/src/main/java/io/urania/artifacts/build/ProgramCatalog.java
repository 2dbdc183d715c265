package io.urania.artifacts.build;

import io.urania.artifacts.resource.Resources;
import io.urania.artifacts.resource.YamlNode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The programs that can be built from Go modules. Each project that has some is a folder of resources: its {@code program.yaml} says what is
 * built, and for each version there is a wrapper module, whose go.mod and go.sum pin every source by its checksum.
 *
 * <pre>{@code
 * outputs: {}   # the programs, and the package of each
 * tests: {}     # test binaries, and the package of each
 * stamps: {}    # variables the linker sets; {version}, {major} and {minor} are the project's own
 * tags: []      # build tags
 * versions:
 *   v1.2.3:
 *     files: []   # of the wrapper module, besides go.mod and go.sum
 *     linked:     # a module that has to be patched while it is compiled
 *       module: example.com/a
 *       sum: "h1:"   # go.sum cannot hold it for a module that is replaced by a directory
 *       overlay: {}  # files of that module, and what stands in their place: a file of the wrapper module, or nothing
 *     generated-openapi: "yes"  # if Kubernetes' OpenAPI definitions have to be generated first
 * }</pre>
 */
public final class ProgramCatalog {
    private final Class<?> owner;
    private final Map<String, Optional<Program>> read = new ConcurrentHashMap<>();

    private ProgramCatalog(Class<?> owner) {
        this.owner = owner;
    }

    /** The catalog that comes with Urania. */
    public static ProgramCatalog standard() {
        return beside(ProgramCatalog.class);
    }

    /** The catalog of the projects whose folders are resources of that class's package. */
    public static ProgramCatalog beside(Class<?> owner) {
        return new ProgramCatalog(owner);
    }

    /** Whether that version of the program can be built. */
    public boolean has(String program, String version) {
        return find(program).map(found -> found.versions().containsKey(version)).orElse(false);
    }

    /** A file of the wrapper module of that version of the program. */
    byte[] file(String program, String version, String name) {
        return Resources.bytes(owner, program + "/" + version + "/" + name);
    }

    /** A project's programs, if any can be built. */
    Optional<Program> find(String name) {
        return read.computeIfAbsent(
                name, _ -> Resources.findYaml(owner, name + "/program.yaml").map(root -> program(name, root)));
    }

    private static Program program(String name, YamlNode node) {
        YamlNode versions = node.node("versions");
        return new Program(
                name,
                texts(node.node("outputs")),
                texts(node.node("tests")),
                texts(node.node("stamps")),
                node.texts("tags"),
                versions.names().stream()
                        .map(version -> version(version, versions.node(version)))
                        .collect(Collectors.toMap(ProgramVersion::version, version -> version)));
    }

    private static ProgramVersion version(String version, YamlNode node) {
        return new ProgramVersion(
                version,
                node.texts("files"),
                node.names().contains("linked") ? Optional.of(linked(node.node("linked"))) : Optional.empty(),
                node.optionalText("generated-openapi").isPresent());
    }

    private static LinkedModule linked(YamlNode node) {
        return new LinkedModule(node.text("module"), node.text("sum"), texts(node.node("overlay")));
    }

    private static SortedMap<String, String> texts(YamlNode node) {
        SortedMap<String, String> texts = new TreeMap<>();
        node.names().forEach(name -> texts.put(name, node.text(name)));
        return texts;
    }
}
