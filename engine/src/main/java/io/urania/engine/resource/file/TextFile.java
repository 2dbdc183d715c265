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
import io.urania.engine.plan.State;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.Resource;
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
 * @param isShown whether plans show what is in it: that nobody but root may read a file does not make a secret of what it says
 * @param isMadeByApply whether the content is made anew for each plan until one is carried out, as a new key is: a plan does not tell it
 */
public record TextFile(
        String path,
        String mode,
        String owner,
        Function<Facts, String> content,
        String check,
        boolean isShown,
        boolean isMadeByApply)
        implements Resource {

    /** A file whose content a plan tells if everyone may read it. */
    public TextFile(String path, String mode, String owner, Function<Facts, String> content, String check) {
        this(path, mode, owner, content, check, isReadByAll(mode), false);
    }

    /** A file of root that everyone may read. */
    public static TextFile of(String path, String content) {
        return new TextFile(path, "644", "root", _ -> content, "");
    }

    /** A file of root that nobody else may read. */
    public static TextFile secret(String path, String content) {
        return new TextFile(path, "600", "root", _ -> content, "");
    }

    /** A file of root that nobody else may read, although it holds no secret. */
    public static TextFile closed(String path, Function<Facts, String> content) {
        return new TextFile(path, "600", "root", content, "", true, false);
    }

    /** The same file for another owner. */
    public TextFile ownedBy(String other) {
        return new TextFile(path, mode, other, content, check, isShown, isMadeByApply);
    }

    /** The same file, judged by a command before it takes the old one's place. */
    public TextFile checkedBy(String command) {
        return new TextFile(path, mode, owner, content, command, isShown, isMadeByApply);
    }

    /** The same file, whose content is made anew for each plan until one is carried out. */
    public TextFile madeByApply() {
        return new TextFile(path, mode, owner, content, check, isShown, true);
    }

    /** The task of a host that writes a file. */
    public static TaskId task(String host, String path) {
        return new TaskId(host, name(path));
    }

    private static String name(String path) {
        return "file " + path;
    }

    @Override
    public String name() {
        return name(path);
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(FileProbe.at(path), FileNoteProbe.at(path));
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        String wanted = content.apply(planning.facts());
        String sum = Payload.sha256(wanted.getBytes(StandardCharsets.UTF_8));
        FileNote note = planning.facts().answer(FileNoteProbe.at(path));
        return switch (planning.facts().answer(FileProbe.at(path))) {
            case FileFact.Regular(String m, String o, String s, long _)
            when m.equals(mode) && o.equals(owner) && s.equals(sum) -> Optional.empty();
            case FileFact.Regular(String m, String o, String s, long _)
            when s.equals(sum) ->
                Optional.of(change(Action.CHANGE, "set mode and owner of " + path, State.words(m + " " + o), wanted));
            case FileFact.Regular file ->
                Optional.of(rewrite(file, note.whose(file.sha256()), planning.facts(), wanted));
            case FileFact.Absent _ ->
                Optional.of(change(Action.CREATE, "write " + path, State.words("absent"), wanted));
            case FileFact.Folder _ ->
                Optional.of(change(Action.CHANGE, "write " + path, State.words("a directory"), wanted));
            case FileFact.Other(String kind) ->
                Optional.of(change(
                        Action.CHANGE, "write " + path, State.words(before("a " + kind, note.whose(""))), wanted));
        };
    }

    /** What others may not read on the host is not read to be shown either, unless it is what Urania has written and shows. */
    private Difference rewrite(FileFact.Regular file, Whose whose, Facts facts, String wanted) {
        String title = (whose == Whose.OTHERS ? "replace " : "rewrite ") + path;
        String before = before("other content", whose);
        if (!isShown || (whose != Whose.URANIAS && !isReadByAll(file.mode()))) {
            return change(Action.CHANGE, title, new State.Secret(before, file.sha256()), wanted);
        }
        // The file may have changed between the two questions: then nothing is shown.
        Optional<String> text = facts.find(TextProbe.at(path))
                .flatMap(Function.identity())
                .filter(found -> Payload.text(found).sha256().equals(file.sha256()));
        return change(Action.CHANGE, title, new State.Content(before, path, file.sha256(), text), wanted)
                .detailedBy(List.of(TextProbe.at(path)));
    }

    private String before(String ours, Whose whose) {
        return switch (whose) {
            case URANIAS -> ours;
            case EDITED -> "changed since Urania wrote it; kept as " + whose.kept(path);
            case OTHERS -> "not Urania's; kept as " + whose.kept(path);
        };
    }

    private Difference change(Action action, String title, State before, String wanted) {
        return Difference.of(action, title, before, after(wanted), write(wanted));
    }

    private State after(String wanted) {
        String rights = "mode " + mode + ", owner " + owner;
        if (isMadeByApply) {
            return new State.KnownAfterApply(rights, Optional.empty());
        }
        String summary = wanted.lines().count() + " lines, " + rights;
        return isShown ? State.content(summary, path, wanted) : State.secret(summary, wanted);
    }

    private boolean isSecret() {
        return !isShown && mode.endsWith("00");
    }

    private static boolean isReadByAll(String mode) {
        return (Character.digit(mode.charAt(mode.length() - 1), 8) & 4) != 0;
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
                %smkdir -p "${file%%/*}"
                umask 077
                receive "$file.urania"
                chown %s "$file.urania"
                chmod %s "$file.urania"
                %s
                %s[ ! -L "$file" ] || rm -f "$file"
                mv -f "$file.urania" "$file"
                """.formatted(
                                Shell.quote(path),
                                Unwritable.trap(),
                                Shell.quote(owner),
                                Shell.quote(mode),
                                check.isEmpty() ? "" : check + " \"$file.urania\"",
                                Notes.keeping(path, Payload.text(wanted).sha256())),
                isSecret() ? Payload.secret(wanted) : Payload.text(wanted));
    }
}
