package io.urania.inventory.source;

import io.urania.inventory.problem.Findings;
import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import io.urania.inventory.text.SourceFiles;
import io.urania.inventory.text.SourceText;
import io.urania.inventory.value.MapValue;
import io.urania.inventory.value.TextValue;
import io.urania.inventory.value.Value;
import io.urania.inventory.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables of {@code -e}, which win over all others. Their place is the file {@code -e} and, as line, which one of them. */
final class ExtraVariables {
    private static final Path OPTION = Path.of("-e");

    private final SourceFiles files;
    private final YamlReader yaml;
    private final Findings findings;
    private final Path workingDirectory;

    ExtraVariables(SourceFiles files, YamlReader yaml, Findings findings, Path workingDirectory) {
        this.files = files;
        this.yaml = yaml;
        this.findings = findings;
        this.workingDirectory = workingDirectory;
    }

    List<MapValue> read(List<String> options) {
        List<MapValue> layers = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            if (!options.get(i).isEmpty()) {
                layers.addAll(read(options.get(i), new Position(OPTION, i + 1, 1)));
            }
        }
        return layers;
    }

    private List<MapValue> read(String option, Position position) {
        return switch (option.charAt(0)) {
            case '@' -> file(option.substring(1));
            case '{', '[' -> document(new SourceText(OPTION, "\n".repeat(position.line() - 1) + option, false, false));
            case '/', '.' -> {
                findings.add(Problem.error(
                        position, "'" + option + "' sets nothing", "a file is passed with @", "write @" + option));
                yield List.of();
            }
            default -> pairs(option, position);
        };
    }

    private List<MapValue> file(String name) {
        Path file = shortest(workingDirectory).resolve(home(name));
        Optional<SourceText> source = files.readNamed(file);
        return source.isPresent() ? document(source.get()) : List.of();
    }

    /** A shell does not expand what stands behind {@code @}. */
    private static String home(String name) {
        return name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name;
    }

    private List<MapValue> document(SourceText source) {
        Optional<Value> value = yaml.read(source);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof MapValue map) {
            return List.of(map);
        }
        findings.add(Problem.error(
                value.get().position(),
                "variables that are a value of type " + value.get().type(),
                "a mapping is expected",
                "write {name: value}"));
        return List.of();
    }

    private List<MapValue> pairs(String option, Position position) {
        Map<String, Value> values = new LinkedHashMap<>();
        Map<String, Position> places = new LinkedHashMap<>();
        try {
            for (KeyValueWords.Word word : KeyValueWords.split(option)) {
                Position place = new Position(position.file(), position.line(), word.offset() + 1);
                int equals = equalsSign(word.text());
                if (equals < 1) {
                    findings.add(
                            Problem.error(place, "'" + word.text() + "' sets nothing", "", hint(option, word.text())));
                } else {
                    String name = word.text().substring(0, equals).strip();
                    String text = KeyValueWords.unquoted(
                            word.text().substring(equals + 1).strip());
                    values.put(name, new TextValue(text, place));
                    places.put(name, place);
                }
            }
        } catch (IllegalArgumentException unclosed) {
            findings.add(Problem.error(
                    position, "'" + option + "' cannot be parsed", String.valueOf(unclosed.getMessage()), ""));
        }
        return List.of(new MapValue(values, places, position));
    }

    private String hint(String option, String word) {
        if (Files.isRegularFile(shortest(workingDirectory).resolve(word))) {
            return "a file is passed with @: write @" + word;
        }
        return option.matches("[A-Za-z_]\\w*: .*")
                ? "YAML stands in braces: write {" + option + "}"
                : "write name=value; quote a value that contains spaces";
    }

    /** The first equals sign with no backslash before it. */
    private static int equalsSign(String word) {
        int found = word.indexOf('=');
        while (found > 0 && word.charAt(found - 1) == '\\') {
            found = word.indexOf('=', found + 1);
        }
        return found;
    }

    /** The working directory as a person would write it: places in it stay short. */
    static Path shortest(Path directory) {
        return directory.equals(Path.of("").toAbsolutePath()) ? Path.of("") : directory;
    }
}
