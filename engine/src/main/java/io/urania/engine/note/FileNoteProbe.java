package io.urania.engine.note;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the host's notes tell of files at given absolute paths; the shell reads them itself, without a process for each.
 *
 * <p>A host of which there are no notes at all, but whose /etc/hosts has our lines, was set up before there were notes.
 */
public final class FileNoteProbe implements Probe<FileNote> {

    static final FileNoteProbe INSTANCE = new FileNoteProbe();

    private static final String EARLIER = "before notes";

    private FileNoteProbe() {}

    /** Asks about the file at an absolute path. */
    public static Question<FileNote> at(String path) {
        return new Question<>(INSTANCE, path);
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                if [ -d %1$s/files ]; then
                    [ ! -e %1$s/before-notes ] || echo '%2$s'
                    for note in %1$s/files/*; do
                        if [ -f "$note" ]; then
                            line=
                            read -r line <"$note" || :
                            echo "${note##*/} $line"
                        fi
                    done
                else
                    case $(cat /etc/hosts 2>/dev/null || :) in *'# BEGIN urania'*) echo '%2$s' ;; esac
                fi
                """.formatted(Notes.DIRECTORY, EARLIER);
    }

    @Override
    public Map<String, FileNote> parse(String output, SortedSet<String> subjects) {
        boolean earlier = output.lines().anyMatch(EARLIER::equals);
        Map<String, String> notes = output.lines()
                .filter(Predicate.not(EARLIER::equals))
                .collect(Collectors.toMap(line -> line.split(" ", 2)[0], line -> line, (first, _) -> first));
        Map<String, FileNote> facts = new HashMap<>();
        for (String path : subjects) {
            String note = notes.get(Notes.name(path));
            FileNote otherwise = earlier ? new FileNote.BeforeNotes() : new FileNote.None();
            facts.put(path, note == null ? otherwise : ours(note));
        }
        return facts;
    }

    /** The note's words: its name, what is kept, the two sums, the path. */
    private static FileNote ours(String note) {
        return new FileNote.Ours(Arrays.stream(note.split(" ", 5))
                .skip(2)
                .limit(2)
                .filter(word -> word.length() == 64)
                .collect(Collectors.toSet()));
    }
}
