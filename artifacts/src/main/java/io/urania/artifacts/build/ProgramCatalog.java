package io.urania.artifacts.build;

import io.urania.artifacts.resource.Resources;
import io.urania.artifacts.resource.YamlNode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The programs that can be built from Go modules, read from the resource file that describes them. */
public final class ProgramCatalog {
    private final Class<?> owner;
    private final Map<String, Program> programs;

    private ProgramCatalog(Class<?> owner, Map<String, Program> programs) {
        this.owner = owner;
        this.programs = Map.copyOf(programs);
    }

    /** The catalog that comes with Urania. */
    public static ProgramCatalog standard() {
        return beside(ProgramCatalog.class);
    }

    /** The catalog whose {@code programs.yaml} and wrapper modules are resources of that class's package. */
    public static ProgramCatalog beside(Class<?> owner) {
        YamlNode root = Resources.yaml(owner, "programs.yaml");
        return new ProgramCatalog(
                owner,
                root.names().stream()
                        .map(name -> program(name, root.node(name)))
                        .collect(Collectors.toMap(Program::name, program -> program)));
    }

    /** Whether that version of the program can be built. */
    public boolean has(String program, String version) {
        return find(program).map(found -> found.versions().containsKey(version)).orElse(false);
    }

    /** A file of the wrapper module of that version of the program. */
    byte[] file(String program, String version, String name) {
        return Resources.bytes(owner, program + "/" + version + "/" + name);
    }

    Map<String, Program> programs() {
        return programs;
    }

    Optional<Program> find(String name) {
        return Optional.ofNullable(programs.get(name));
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
