package io.urania.engine.resource.sshd;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.text.EncodedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/** Asks a host for the settings of its SSH server. */
public final class SshdProbe implements Probe<SshdFact> {

    /** The one question of this probe. */
    public static final Question<SshdFact> QUESTION = Question.about(new SshdProbe());

    private SshdProbe() {}

    @Override
    public String name() {
        return "SSH server";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        // With a connection that no "Match" is about: what holds for everybody is told.
        return """
                program=
                for candidate in /usr/sbin/sshd /usr/bin/sshd /usr/local/sbin/sshd; do
                    if [ -z "$program" ] && [ -x "$candidate" ]; then program=$candidate; fi
                done
                for file in %s %s; do
                    if [ -f "$file" ]; then
                        text=$(base64 -w 0 <"$file") || exit 1
                        printf 'text %%s %%s\\n' "$file" "$text"
                    fi
                done
                if [ -n "$program" ]; then
                    printf 'program %%s\\n' "$program"
                    { "$program" -T -C user=nobody,host=localhost,addr=127.0.0.1 -f %s 2>/dev/null || :; } |
                        while read -r line; do printf 'is %%s\\n' "$line"; done
                fi
                echo end
                """.formatted(Sshd.FILE, Sshd.DROP_IN, Sshd.FILE);
    }

    @Override
    public Map<String, SshdFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        if (!lines.contains("end")) {
            return Map.of();
        }
        Optional<String> program = Optional.empty();
        Map<String, String> texts = new HashMap<>();
        Map<String, String> effective = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "program" -> program = Optional.of(line.substring("program ".length()));
                case "text" -> texts.put(words[1], words.length < 3 ? "" : EncodedText.decoded(words[2]));
                case "is" -> {
                    if (words.length == 3) {
                        // Some keywords have a line for each of their values: none of those that are looked at.
                        effective.putIfAbsent(words[1], words[2]);
                    }
                }
                default -> {}
            }
        }
        return Map.of(
                "",
                new SshdFact(
                        program,
                        Optional.ofNullable(texts.get(Sshd.FILE)),
                        Optional.ofNullable(texts.get(Sshd.DROP_IN)),
                        effective));
    }
}
