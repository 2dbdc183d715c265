package io.urania.engine.resource;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/**
 * Some lines of a file whose other lines belong to somebody else, kept between two marker lines.
 *
 * @param path absolute
 * @param lines the block's text, each line with its line end; empty takes the block away
 */
public record TextBlock(String path, String lines) implements Resource {

    private static final String BEGIN = "# BEGIN urania\n";
    private static final String END = "# END urania\n";

    @Override
    public String name() {
        return "lines of " + path;
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(TextProbe.at(path));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        String present = planning.facts().find(TextProbe.at(path)).orElse("");
        String wanted = with(present);
        if (present.equals(wanted)) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                (lines.isEmpty()
                                ? "take our lines from "
                                : "put " + lines.lines().count() + " lines into ")
                        + path,
                present.contains(BEGIN) ? "other lines" : "not there",
                lines.isEmpty() ? "as it was" : lines.strip(),
                // The file is written in place: /etc/hosts may be a mount of its own, which cannot be renamed over.
                Operation.of(
                        "file=%s\nreceive \"$file.urania\"\ncat \"$file.urania\" >\"$file\"\nrm -f \"$file.urania\""
                                .formatted(Shell.quote(path)),
                        Payload.text(wanted))));
    }

    private String with(String present) {
        int begin = present.indexOf(BEGIN);
        int end = present.indexOf(END, Math.max(begin, 0));
        String others = begin >= 0 && end > begin
                ? present.substring(0, begin) + present.substring(end + END.length())
                : present;
        if (lines.isEmpty()) {
            return others;
        }
        return others + (others.isEmpty() || others.endsWith("\n") ? "" : "\n") + BEGIN + lines + END;
    }
}
