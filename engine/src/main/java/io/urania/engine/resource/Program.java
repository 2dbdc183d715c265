package io.urania.engine.resource;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An executable of root, copied from this machine.
 *
 * @param path absolute, on the host
 * @param source the file here, by the host's facts: its architecture decides
 */
public record Program(String path, Function<Facts, Payload.LocalFile> source) implements Resource {

    @Override
    public String name() {
        return "program " + path;
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(ProgramProbe.at(path));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        Payload.LocalFile wanted = source.apply(planning.facts());
        String present = planning.facts().answer(ProgramProbe.at(path));
        if (present.equals(wanted.sha256())) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                present.isEmpty() ? Action.CREATE : Action.CHANGE,
                (present.isEmpty() ? "install " : "replace ") + path,
                before(present),
                "%.1f MB, sha256 %s"
                        .formatted(wanted.size() / 1e6, wanted.sha256().substring(0, 12)),
                install(wanted)));
    }

    private static String before(String present) {
        if (present.isEmpty()) {
            return "absent";
        }
        return ProgramProbe.isSum(present) ? "sha256 " + present.substring(0, 12) : present;
    }

    /** A running program cannot be written to, but its name can be given to another file. */
    private Operation install(Payload.LocalFile wanted) {
        return Operation.of(
                """
                file=%s
                note=%s
                if [ -d "$file" ]; then
                    echo "$file is a directory; move it away, then run the same command again"
                    exit 1
                fi
                mkdir -p "${file%%/*}" "${note%%/*}"
                receive "$file.urania"
                chmod 755 "$file.urania"
                mv -f "$file.urania" "$file"
                echo "%s $(stat -c '%%s %%y %%z %%i %%a' -- "$file")" >"$note"
                """.formatted(Shell.quote(path), Shell.quote(ProgramProbe.note(path)), wanted.sha256()), wanted);
    }
}
