package io.urania.engine.resource.file;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.EncodedText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** The whole text of small files that are not secret; empty for a file that does not exist. */
public final class TextProbe implements Probe<Optional<String>> {

    static final TextProbe INSTANCE = new TextProbe();

    private TextProbe() {}

    /** Asks for the text of the file at an absolute path. */
    public static Question<Optional<String>> at(String path) {
        return new Question<>(INSTANCE, path);
    }

    @Override
    public String name() {
        return "texts";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                for file in %s; do
                    if [ ! -f "$file" ]; then
                        printf 'none %%s\\n' "$file"
                    elif text=$(base64 -w 0 <"$file"); then
                        printf 'text %%s %%s\\n' "$file" "$text"
                    fi
                done
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, Optional<String>> parse(String output, SortedSet<String> subjects) {
        Map<String, Optional<String>> texts = new HashMap<>();
        output.lines().map(line -> line.split(" ", 2)).forEach(words -> {
            if (words[0].equals("none")) {
                texts.put(words[1], Optional.empty());
            } else {
                int space = words[1].lastIndexOf(' ');
                texts.put(
                        words[1].substring(0, space), Optional.of(EncodedText.decoded(words[1].substring(space + 1))));
            }
        });
        return texts;
    }
}
