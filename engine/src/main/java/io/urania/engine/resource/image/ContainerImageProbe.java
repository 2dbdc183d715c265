package io.urania.engine.resource.image;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * Which archives the images of a store came from: the archive's SHA-256 under the image's reference; empty for an
 * image that is not there. A runtime does not know an archive's sum, so it is noted on the host at import.
 */
public record ContainerImageProbe(ImageStore store) implements Probe<String> {

    static final String NOTES = "/var/lib/urania/images";

    /** Asks for an image by its full reference. */
    public Question<String> of(String reference) {
        return new Question<>(this, reference);
    }

    @Override
    public String name() {
        return "images";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                [ ! -S %2$s ] || %3$s || :
                [ ! -d %1$s ] || for note in %1$s/*; do
                    [ ! -f "$note" ] || { read -r line <"$note" && echo "note $line"; } || :
                done
                """.formatted(NOTES, Shell.quote(store.socket()), store.list());
    }

    @Override
    public Map<String, String> parse(String output, SortedSet<String> subjects) {
        Set<String> present = new HashSet<>();
        Map<String, String> noted = new HashMap<>();
        output.lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            if (words.length == 3 && words[0].equals("note")) {
                noted.put(words[1], words[2]);
            } else {
                present.add(line);
            }
        });
        Map<String, String> facts = new HashMap<>();
        for (String reference : subjects) {
            facts.put(reference, present.contains(reference) ? noted.getOrDefault(reference, "unknown") : "");
        }
        return facts;
    }

    static String note(String reference) {
        return NOTES + "/" + reference.replace('/', '+');
    }
}
