package io.urania.engine.resource.file;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A directory, or a link to one: data may live on a disk of its own.
 *
 * @param path absolute
 * @param mode permission bits in octal without leading zero, such as {@code 755}
 * @param contents the names of what may be in it when it gets another owner, for then it was somebody else's; empty for anything
 */
public record Directory(String path, String mode, String owner, List<String> contents) implements Resource {

    public Directory {
        contents = List.copyOf(contents);
    }

    public Directory(String path, String mode, String owner) {
        this(path, mode, owner, List.of());
    }

    @Override
    public String name() {
        return "directory " + path;
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(question());
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        return switch (planning.facts().answer(question())) {
            case FileFact.Folder(String m, String o) when m.equals(mode) && o.equals(owner) -> Optional.empty();
            case FileFact.Folder(String m, String o) ->
                Optional.of(change(Action.CHANGE, "mode " + m + ", owner " + o));
            case FileFact.Absent _ -> Optional.of(change(Action.CREATE, "absent"));
            case FileFact.Regular _, FileFact.Other _ -> Optional.of(change(Action.CREATE, "no directory"));
        };
    }

    /** With the dot it asks for the directory that a link leads to, and finds nothing where a file stands. */
    private Question<FileFact> question() {
        return FileProbe.at(path + "/.");
    }

    private Difference change(Action action, String before) {
        String quoted = Shell.quote(path);
        return Difference.of(
                action,
                "create directory " + path,
                before,
                "mode " + mode + ", owner " + owner,
                Operation.of("mkdir -p %s\n%schmod %s %s\nchown %s %s"
                        // The colon gives it to the owner's group, too.
                        .formatted(quoted, refusal(), Shell.quote(mode), quoted, Shell.quote(owner + ":"), quoted)));
    }

    private String refusal() {
        if (contents.isEmpty()) {
            return "";
        }
        return """
                directory=%s
                if [ "$(stat -L -c %%U -- "$directory")" != %s ]; then
                    for entry in "$directory"/* "$directory"/.[!.]*; do
                        case ${entry##*/} in
                        %s | lost+found | '*' | '.[!.]*') ;;
                        *)
                            echo "$directory contains other files, such as ${entry##*/}: its owner is not changed;"
                            echo "set a directory of its own in the inventory, or move these files away"
                            exit 1
                            ;;
                        esac
                    done
                fi
                """.formatted(
                        Shell.quote(path),
                        Shell.quote(owner),
                        contents.stream().map(Shell::quote).collect(Collectors.joining(" | ")));
    }
}
