package io.urania.engine.resource;

import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.fact.Facts;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.shell.Shell;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A small file with known content, replaced in one piece.
 *
 * @param path absolute
 * @param mode permission bits in octal without leading zero, such as {@code 644}
 * @param content its text, from the host's facts where it depends on them
 * @param check a command, quoted, that judges a new file before it takes the old one's place: the file's path is put
 *     after it; empty for none
 */
public record TextFile(String path, String mode, String owner, Function<Facts, String> content, String check)
        implements Resource {

    /** A file of root that everyone may read. */
    public static TextFile of(String path, String content) {
        return new TextFile(path, "644", "root", _ -> content, "");
    }

    /** A file of root that nobody else may read. */
    public static TextFile secret(String path, String content) {
        return new TextFile(path, "600", "root", _ -> content, "");
    }

    /** The same file for another owner. */
    public TextFile ownedBy(String other) {
        return new TextFile(path, mode, other, content, check);
    }

    /** The same file, judged by a command before it takes the old one's place. */
    public TextFile checkedBy(String command) {
        return new TextFile(path, mode, owner, content, command);
    }

    @Override
    public String name() {
        return "file " + path;
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(FileProbe.at(path));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        String wanted = content.apply(planning.facts());
        String sum = Payload.sha256(wanted.getBytes(StandardCharsets.UTF_8));
        return switch (planning.facts().answer(FileProbe.at(path))) {
            case FileFact.Regular(String m, String o, String s, long _)
            when m.equals(mode) && o.equals(owner) && s.equals(sum) -> Optional.empty();
            case FileFact.Regular(String m, String o, String s, long _)
            when s.equals(sum) -> Optional.of(change("set mode and owner of " + path, m + " " + o, wanted));
            case FileFact.Regular _ -> Optional.of(change("rewrite " + path, "other content", wanted));
            case FileFact.Absent _ -> Optional.of(change("write " + path, "absent", wanted));
            case FileFact.Folder _ -> Optional.of(change("write " + path, "a directory", wanted));
            case FileFact.Other(String kind) -> Optional.of(change("write " + path, "a " + kind, wanted));
        };
    }

    private Difference change(String title, String before, String wanted) {
        String after = wanted.lines().count() + " lines, mode " + mode + ", owner " + owner;
        return Difference.of(title, before, after, write(wanted));
    }

    private boolean isSecret() {
        return mode.endsWith("00");
    }

    /** The new file is made beside the old one with its rights and then renamed: nobody sees half of it. */
    private Operation write(String wanted) {
        return Operation.of(
                """
                file=%s
                if [ -d "$file" ] && [ ! -L "$file" ]; then
                    echo "$file is a directory; move it away, then run the same command again"
                    exit 1
                fi
                mkdir -p "${file%%/*}"
                umask 077
                receive "$file.urania"
                chown %s "$file.urania"
                chmod %s "$file.urania"
                %s
                [ ! -L "$file" ] || rm -f "$file"
                mv -f "$file.urania" "$file"
                """.formatted(
                                Shell.quote(path),
                                Shell.quote(owner),
                                Shell.quote(mode),
                                check.isEmpty() ? "" : check + " \"$file.urania\""),
                isSecret() ? Payload.secret(wanted) : Payload.text(wanted));
    }
}
