package io.urania.engine.resource.boot;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.EncodedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Asks a machine how it was started, and how it will be the next time. */
public final class BootProbe implements Probe<BootFact> {

    /** The one question of this probe. */
    public static final Question<BootFact> QUESTION = Question.about(new BootProbe());

    private BootProbe() {}

    @Override
    public String name() {
        return "boot";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        // A kernel that was upgraded has taken its modules' directory with it (pacman, apt); a kernel without modules
        // has none.
        return """
                printf 'id %%s\\n' "$(cat /proc/sys/kernel/random/boot_id)"
                printf 'running %%s\\n' "$(cat /proc/cmdline)"
                for file in %1$s; do
                    if [ -f "$file" ]; then
                        text=$(base64 -w 0 <"$file") || exit 1
                        printf 'text %%s %%s\\n' "$file" "$text"
                    fi
                done
                [ ! -r %2$s ] || while read -r word; do printf 'given %%s\\n' "$word"; done <%2$s
                if [ -e /run/reboot-required ]; then
                    names=
                    [ ! -r /run/reboot-required.pkgs ] ||
                        while read -r name; do names="$names $name"; done </run/reboot-required.pkgs
                    printf 'pending upgraded packages:%%s\\n' "${names:- some}"
                fi
                if [ -d /lib/modules ] && [ ! -d "/lib/modules/$(uname -r)" ]; then
                    for directory in /lib/modules/*/kernel; do
                        if [ -d "$directory" ]; then
                            printf 'pending the modules of the running kernel are gone\\n'
                            break
                        fi
                    done
                fi
                echo end
                """.formatted(
                        Shell.words(Stream.concat(BootFile.paths().stream(), BootFact.FIRMWARE_SETTINGS.stream())
                                .toList()),
                        KernelArguments.NOTE);
    }

    @Override
    public Map<String, BootFact> parse(String output, SortedSet<String> subjects) {
        String id = "";
        String running = "";
        Map<String, String> texts = new HashMap<>();
        List<String> given = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        boolean complete = false;
        for (String line : output.lines().toList()) {
            String rest = line.substring(line.indexOf(' ') + 1);
            switch (line.split(" ", 2)[0]) {
                case "id" -> id = rest;
                case "running" -> running = rest;
                case "given" -> given.add(rest);
                case "pending" -> pending.add(rest);
                case "text" -> {
                    String[] words = rest.split(" ", 2);
                    texts.put(words[0], EncodedText.decoded(words[1]));
                }
                case "end" -> complete = true;
                default -> complete = false;
            }
        }
        return complete && !id.isEmpty() ? Map.of("", new BootFact(id, running, texts, given, pending)) : Map.of();
    }
}
