package io.urania.engine.resource;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;

/** The whole text of small files that are not secret; no answer for a file that does not exist. */
public final class TextProbe implements Probe<String> {

    static final TextProbe INSTANCE = new TextProbe();

    private TextProbe() {}

    /** Asks for the text of the file at an absolute path. */
    public static Question<String> at(String path) {
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
                    [ ! -f "$file" ] || printf '%%s %%s\\n' "$file" "$(base64 -w 0 <"$file")"
                done
                """.formatted(Shell.words(subjects));
    }

    @Override
    public Map<String, String> parse(String output, SortedSet<String> subjects) {
        Map<String, String> texts = new HashMap<>();
        output.lines().forEach(line -> {
            int space = line.lastIndexOf(' ');
            texts.put(
                    line.substring(0, space),
                    new String(Base64.getDecoder().decode(line.substring(space + 1)), StandardCharsets.UTF_8));
        });
        return texts;
    }
}
