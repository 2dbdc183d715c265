package io.urania.inventory.yaml;

import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Says in a person's words what the YAML parser stumbled over. */
final class SyntaxProblem {
    private SyntaxProblem() {}

    static Problem of(Path file, MarkedYAMLException malformed) {
        Mark mark = malformed.getProblemMark() == null ? malformed.getContextMark() : malformed.getProblemMark();
        Position position =
                mark == null ? Position.startOf(file) : new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
        String complaint = String.valueOf(malformed.getProblem());
        if (complaint.contains("TAB") || complaint.contains("'\\t'")) {
            return Problem.error(
                    position,
                    "a tab where YAML expects spaces",
                    "YAML does not allow tabs for indentation",
                    "replace the tab with spaces");
        }
        if (complaint.startsWith("mapping values are not allowed")) {
            return Problem.error(
                    position,
                    "a ':' where no key is allowed",
                    "the line is indented deeper than its neighbours, or the value contains ': '",
                    "align the line with its neighbours, or quote the value");
        }
        if (complaint.startsWith("expected <block end>")) {
            return Problem.error(
                    position,
                    "the indentation matches no line above",
                    found(complaint),
                    "align the line with the entries it belongs to");
        }
        if (complaint.startsWith("could not find expected ':'")) {
            return Problem.error(
                    position, "a key without ':'", "", "write 'key: value', or quote a text of several lines");
        }
        if (complaint.startsWith("found unexpected end of stream")) {
            return Problem.error(position, "a quote is never closed", "", "close it, or remove it");
        }
        if (complaint.startsWith("found undefined alias")) {
            return Problem.error(
                    position,
                    complaint.replace("found undefined", "unknown"),
                    "",
                    "set it with '&' before its first use");
        }
        if (complaint.startsWith("but found another document") || complaint.contains("another document")) {
            return Problem.error(
                    position,
                    "a second YAML document",
                    "an inventory file must be one document",
                    "remove the '---' here");
        }
        if (complaint.contains("cannot start any token")) {
            return Problem.error(
                    position, "a character that cannot start a value", found(complaint), "quote the value");
        }
        return Problem.error(position, "this is not YAML", complaint, "correct the line, or quote the value");
    }

    static Problem ofCharacter(Path file, String text, ReaderException unprintable) {
        int index = Math.max(text.indexOf(unprintable.getCodePoint()), 0);
        return Problem.error(
                Position.of(file, text, index),
                String.format("a character that is not allowed in text files (U+%04X)", unprintable.getCodePoint()),
                "YAML allows printable characters only",
                "remove it");
    }

    static String firstLine(YAMLException exception) {
        return String.valueOf(exception.getMessage()).lines().findFirst().orElse("");
    }

    /** What the parser saw instead, from its "expected x, but found y". */
    private static String found(String complaint) {
        int found = complaint.indexOf("found");
        return found < 0 ? "" : complaint.substring(found);
    }
}
