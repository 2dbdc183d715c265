package io.urania.inventory.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.urania.inventory.mutation.Mutants;
import io.urania.inventory.problem.Findings;
import io.urania.inventory.text.SourceText;
import io.urania.inventory.text.ValueBudget;
import io.urania.inventory.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without SnakeYAML has the values and places that SnakeYAML gives it. */
class BlockTextTest {
    private static final long SEED = Long.getLong("urania.seed", 20_261_125);
    private static final int TEXTS = Integer.getInteger("urania.texts", 50_000);
    private static final Path FILE = Path.of("hosts.yaml");

    private static final List<String> INDENTATIONS =
            List.of("", "", "  ", "  ", "    ", " ", "      ", "- ", "  - ", "-   ");
    private static final List<String> KEYS = List.of(
            "a",
            "b",
            "all",
            "hosts",
            "pi[1:3]",
            "10.0.0.1",
            "x/y",
            "80",
            "yes",
            "~",
            "2001-12-14",
            "\"q\"",
            "'q'",
            "-x",
            ".y",
            "@z",
            "a b",
            "é",
            "<<",
            "=",
            "?",
            "a:b",
            "0644");
    private static final List<String> COLONS = List.of(": ", ": ", ": ", ": ", ":", " : ", ":   ", ":#", "");
    private static final List<String> VALUES = List.of(
            "",
            "",
            "text",
            "two words",
            "yes",
            "0644",
            "1.5",
            "~",
            "2001-12-14",
            "2001-99-99",
            "a#b",
            "a # comment",
            "# comment",
            "\"quoted\"",
            "'quoted' # so",
            "'it''s'",
            "\"a\\n\"",
            "\"{{ a }}\"",
            "{{ a }}",
            "[]",
            "{}",
            "{} # none",
            "[a, b]",
            "{a: b}",
            "- x",
            "-x",
            "-",
            "- - y",
            "::1",
            "a: b",
            "a:",
            "http://x/y",
            "|",
            ">-",
            "&x 1",
            "*x",
            "!unsafe y",
            "!!str 5",
            "%x",
            "@x",
            "`x`",
            "=",
            "<<",
            "---",
            "...",
            "\"open",
            "'open",
            "\"a\" b",
            "\"a\": b",
            "a\tb",
            "é ü 漢",
            "🍓",
            "trailing  ",
            ". . .",
            "\\n",
            "1_000",
            "12:30",
            "? x",
            ", x",
            "a, b]");
    private static final List<String> LINES =
            List.of("", "   ", "# comment", "    # comment", "---", "--- # x", "...", "%YAML 1.1", "\t", "x", "\r");

    @TempDir
    private Path folder;

    @Test
    void readsRandomTextsAsSnakeYamlDoes() {
        int read = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = text(new Random(SEED + i));
            read += isReadAlike(text, "seed " + (SEED + i)) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(TEXTS / 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"examples/article", "inventory/src/test/resources/io/urania/inventory/mutation/folder"})
    void readsDamagedInventoriesAsSnakeYamlDoes(String sample) {
        Mutants mutants = new Mutants(Path.of("..").resolve(sample), folder.resolve("mutant"));
        int read = 0;
        for (int i = 0; i < 500; i++) {
            String text = new String(mutants.make(SEED + i), StandardCharsets.UTF_8);
            read += isReadAlike(text, "seed " + (SEED + i)) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(10);
    }

    @Test
    void readsTheHostsOfTheArticle() throws IOException {
        assertThat(read(Files.readString(Path.of("../examples/article/hosts.yaml"))))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: 1",
                "---\n# comment\na:\n  - b: 1\n    c: 'x' # why\n  - d\ne:\n",
                "a:\n- 1\n- b:\n    c: []\nd: {}\n",
                "10.0.0.1:\n  ansible_host: \"{{ x }}\"\n"
            })
    void readsWhatPeopleWrite(String text) {
        assertThat(isReadAlike(text, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "# nothing",
                "a",
                "a: |\n  b",
                "a: b\n  c",
                "a: &x b",
                "a: *x",
                "a: !x b",
                "? a",
                "a: b: c",
                "a: [b]",
                "a:\tb",
                "a: b\r\nc: d",
                "a: 1\na: 2",
                "a: 2026-99-99",
                "a: b\n---\nc: d",
                "a: \"b\\n\"",
                "<<: {}",
                "- - a",
                "a: \"b\n  c\"",
                "\ufeffa: b",
                "a:\n    b: 1\n  c: 2"
            })
    void leavesTheRestToSnakeYaml(String text) {
        assertThat(read(text)).isEmpty();
    }

    /** Whether the text is read without SnakeYAML; if so, SnakeYAML must read the same. */
    private static boolean isReadAlike(String text, String name) {
        Optional<Value> read = read(text);
        if (read.isPresent()) {
            Findings findings = new Findings();
            ValueBudget budget = new ValueBudget();
            Optional<Value> expected = new YamlReader(findings, budget).readEvents(SourceText.given(FILE, text));
            assertThat(findings.isEmpty()).as(name + ":\n" + text).isTrue();
            assertThat(read).as(name + ":\n" + text).isEqualTo(expected);
        }
        return read.isPresent();
    }

    private static Optional<Value> read(String text) {
        return BlockText.read(SourceText.given(FILE, text), new ValueBudget(), new KnownKeys());
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int lines = 1 + random.nextInt(6);
        for (int i = 0; i < lines; i++) {
            if (random.nextInt(8) == 0) {
                text.append(any(LINES, random));
            } else {
                text.append(any(INDENTATIONS, random));
                if (random.nextInt(6) > 0) {
                    text.append(any(KEYS, random)).append(any(COLONS, random));
                }
                text.append(any(VALUES, random));
            }
            text.append(i + 1 < lines || random.nextBoolean() ? "\n" : "");
        }
        return text.toString();
    }

    /** Mostly one of the first, which are the usual ones. */
    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(random.nextInt(4) > 0 ? Math.min(8, texts.size()) : texts.size()));
    }
}
