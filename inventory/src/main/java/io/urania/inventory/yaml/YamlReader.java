package io.urania.inventory.yaml;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.Value;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;

/** Reads YAML files; what is wrong with them goes to the findings. */
public final class YamlReader {
    /** Larger files are no inventory, and would take the memory the rest needs. */
    private static final int LARGEST_FILE = 64 * 1024 * 1024;

    private static final int DEEPEST_NESTING = 200;
    private static final int MOST_ALIASES = 10_000;

    private final Findings findings;

    public YamlReader(Findings findings) {
        this.findings = findings;
    }

    /** The document in a file; empty if it has none or cannot be read. */
    public Optional<Value> read(Path file) {
        return text(file).flatMap(text -> parse(file, text));
    }

    /** The document in a text; empty if it has none or cannot be read. The file is where problems are said to be. */
    public Optional<Value> parse(Path file, String text) {
        try {
            Node root = yaml().compose(new StringReader(text));
            if (root == null) {
                return Optional.empty();
            }
            Value value = new NodeConverter(file, findings).convert(root);
            return value instanceof NullValue ? Optional.empty() : Optional.of(value);
        } catch (MarkedYAMLException malformed) {
            findings.add(SyntaxProblem.of(file, malformed));
        } catch (ReaderException unprintable) {
            findings.add(SyntaxProblem.ofCharacter(file, text, unprintable));
        } catch (YAMLException limit) {
            findings.add(Problem.error(
                    Position.startOf(file),
                    "this YAML cannot be read",
                    SyntaxProblem.firstLine(limit),
                    "make it smaller or less deeply nested"));
        }
        return Optional.empty();
    }

    private Optional<String> text(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                findings.add(
                        Problem.error(Position.startOf(file), "not a regular file", "", "name a file or a folder"));
                return Optional.empty();
            }
            if (Files.size(file) > LARGEST_FILE) {
                findings.add(Problem.error(
                        Position.startOf(file), "larger than 64 MiB", "no inventory is that large", "remove the file"));
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.startsWith("$ANSIBLE_VAULT;")) {
                findings.add(Problem.error(
                        Position.startOf(file),
                        "the file is encrypted with Ansible Vault",
                        "Urania cannot decrypt vaults",
                        "decrypt it with 'ansible-vault decrypt' and keep it out of version control"));
                return Optional.empty();
            }
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            findings.add(Problem.error(
                    Position.startOf(file), "the file is not UTF-8 text", "", "save it as UTF-8, or remove it"));
        } catch (IOException unreadable) {
            findings.add(Problem.error(
                    Position.startOf(file),
                    "cannot read the file",
                    String.valueOf(unreadable.getMessage()),
                    "check its permissions"));
        }
        return Optional.empty();
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        options.setNestingDepthLimit(DEEPEST_NESTING);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new UntypedResolver());
    }
}
