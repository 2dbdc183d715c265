package io.urania.engine.resource.file;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.note.FileNote;
import io.urania.engine.note.FileNoteProbe;
import io.urania.engine.note.Notes;
import io.urania.engine.note.Whose;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
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

    /** The task of a host that installs a program. */
    public static TaskId task(String host, String path) {
        return new TaskId(host, name(path));
    }

    private static String name(String path) {
        return "program " + path;
    }

    @Override
    public String name() {
        return name(path);
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(ProgramProbe.at(path), FileNoteProbe.at(path));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        Payload.LocalFile wanted = source.apply(planning.facts());
        String present = planning.facts().answer(ProgramProbe.at(path));
        FileNote note = planning.facts().answer(FileNoteProbe.at(path));
        if (present.equals(wanted.sha256())) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                present.isEmpty() ? Action.CREATE : Action.CHANGE,
                (present.isEmpty() ? "install " : "replace ") + path,
                before(present, note.whose(present)),
                "%.1f MB, sha256 %s"
                        .formatted(wanted.size() / 1e6, wanted.sha256().substring(0, 12)),
                install(wanted)));
    }

    private String before(String present, Whose whose) {
        if (present.isEmpty()) {
            return "absent";
        }
        // A sum is not worked out of a program with another mode: whose it is shows when it is replaced.
        if (!ProgramProbe.isSum(present)) {
            return present;
        }
        String sum = "sha256 " + present.substring(0, 12);
        return switch (whose) {
            case URANIAS -> sum;
            case EDITED -> sum + ", changed since Urania installed it; kept as " + whose.kept(path);
            case OTHERS -> sum + ", not Urania's; kept as " + whose.kept(path);
        };
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
                %smkdir -p "${file%%/*}" "${note%%/*}"
                receive "$file.urania"
                chmod 755 "$file.urania"
                noted=
                [ ! -r "$note" ] || read -r noted seen <"$note" || :
                [ -z "$noted" ] || [ "$seen" = "$(stat -c '%%s %%y %%z %%i %%a' -- "$file" 2>/dev/null)" ] || noted=
                %smv -f "$file.urania" "$file"
                echo "%s $(stat -c '%%s %%y %%z %%i %%a' -- "$file")" >"$note"
                """.formatted(
                                Shell.quote(path),
                                Shell.quote(ProgramProbe.note(path)),
                                Unwritable.trap(),
                                Notes.keeping(path, wanted.sha256(), "\"$noted\""),
                                wanted.sha256()),
                wanted);
    }
}
