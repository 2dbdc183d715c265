package io.urania.engine.resource.file;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Question;
import io.urania.engine.note.Notes;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.State;
import io.urania.engine.resource.Resource;
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
        Optional<String> found = planning.facts().answer(TextProbe.at(path));
        String text = found.orElse("");
        MarkedLines present = MarkedLines.in(text);
        String wanted = present.with(lines);
        if (text.equals(wanted)) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                found.isEmpty() ? Action.CREATE : Action.CHANGE,
                (lines.isEmpty()
                                ? "remove Urania's lines from "
                                : "set " + lines.lines().count() + " lines in ")
                        + path,
                State.content(present.isMarked() ? "other lines" : "not there", path, text),
                State.content(
                        lines.isEmpty() ? "as it was" : lines.lines().count() + " lines between Urania's markers",
                        path,
                        wanted),
                write(text, wanted)));
    }

    /**
     * Writes the whole file, in place: /etc/hosts may be a mount of its own, which cannot be renamed over. The lines of
     * others are in it as they were read: if they are not the same any more, or could not be read, nothing is written.
     */
    private Operation write(String present, String wanted) {
        return Operation.of(
                """
                file=%s
                %s%sas_planned "$file" %s
                %s
                umask 077
                receive "$file.urania"
                [ -e "$file" ] || { : >"$file"; chmod 644 "$file"; }
                cat "$file.urania" >"$file"
                rm -f "$file.urania"
                """.formatted(
                                Shell.quote(path),
                                Unwritable.trap(),
                                PlannedText.check(),
                                Payload.text(present).sha256(),
                                Notes.open()),
                Payload.text(wanted));
    }
}
