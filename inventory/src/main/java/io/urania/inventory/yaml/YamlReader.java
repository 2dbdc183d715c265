package io.urania.inventory.yaml;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.text.SourceText;
import io.urania.inventory.text.UnreadableException;
import io.urania.inventory.text.ValueBudget;
import io.urania.inventory.value.NullValue;
import io.urania.inventory.value.Value;
import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML as Ansible does: what is JSON by JSON's rules, anything else by PyYAML's. What is wrong goes to the findings. Not for several
 * threads.
 */
public final class YamlReader {
    private final Findings findings;
    private final ValueBudget budget;
    private final KnownKeys keys = new KnownKeys();

    public YamlReader(Findings findings) {
        this(findings, new ValueBudget());
    }

    /**
     * A reader.
     *
     * @param budget what may be read, together with others that share it
     */
    public YamlReader(Findings findings, ValueBudget budget) {
        this.findings = findings;
        this.budget = budget;
    }

    /** The document in a text; empty if it has none, or null, or is wrong. */
    public Optional<Value> read(SourceText source) {
        if (JsonText.looksLikeJson(source)) {
            try {
                Optional<Value> json = JsonText.read(source, budget);
                if (json.isPresent()) {
                    return json;
                }
            } catch (UnreadableException refused) {
                findings.add(refused.problem());
                return Optional.empty();
            }
        }
        Optional<Value> simple = BlockText.read(source, budget, keys);
        return simple.isPresent() ? simple : readEvents(source);
    }

    /** The document in a text that may be any YAML. */
    Optional<Value> readEvents(SourceText source) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            StreamReader reader = new StreamReader(new StringReader(source.text()));
            ParserImpl events = new ParserImpl(new TabScanner(reader, source.text(), options));
            return new ValueComposer(source.file(), events, findings, budget, keys)
                    .document()
                    .filter(value -> !(value instanceof NullValue));
        } catch (UnreadableException refused) {
            findings.add(refused.problem());
        } catch (MarkedYAMLException malformed) {
            findings.add(SyntaxProblem.of(source.file(), malformed));
        } catch (ReaderException unprintable) {
            findings.add(SyntaxProblem.ofCharacter(source.file(), source.text(), unprintable));
        } catch (YAMLException other) {
            findings.add(Problem.error(
                    Position.startOf(source.file()),
                    "cannot read this YAML",
                    SyntaxProblem.firstLine(other),
                    "make it smaller or less deeply nested"));
        }
        return Optional.empty();
    }
}
