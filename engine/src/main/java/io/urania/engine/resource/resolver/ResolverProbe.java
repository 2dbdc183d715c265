package io.urania.engine.resource.resolver;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.EncodedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Asks a host how it finds names. */
public final class ResolverProbe implements Probe<ResolverFact> {

    /** The one question of this probe. */
    public static final Question<ResolverFact> QUESTION = Question.about(new ResolverProbe());

    private ResolverProbe() {}

    @Override
    public String name() {
        return "name resolution";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        // resolvectl prints a line for each interface, "Link 2 (eth0): 192.0.2.1"; without the service it would wait
        // for it.
        return """
                resolv_conf=/etc/resolv.conf
                if [ -L "$resolv_conf" ]; then
                    target=$(readlink -f "$resolv_conf") || target=$(readlink "$resolv_conf")
                    printf 'link %%s\\n' "$target"
                fi
                for unit in systemd-resolved NetworkManager; do
                    ! systemctl is-active --quiet "$unit".service || printf 'active %%s\\n' "$unit"
                done
                for file in %1$s; do
                    # Another one may be a link, as resolvconf's tail is; this one then is what somebody makes.
                    if [ -f "$file" ] && { [ ! -L "$file" ] || [ "$file" != "$resolv_conf" ]; }; then
                        text=$(base64 -w 0 <"$file") || exit 1
                        printf 'text %%s %%s\\n' "$file" "$text"
                    fi
                done
                # Others bring the directory, too.
                if [ -d /etc/dhcp/dhclient-exit-hooks.d ]; then
                    [ ! -e /usr/sbin/dhclient ] && [ ! -e /sbin/dhclient ] || echo hooks
                fi
                [ ! -e %2$s ] || echo unfinished
                if systemctl is-active --quiet systemd-resolved.service; then
                    timeout 3 resolvectl dns 2>/dev/null | while read -r line; do printf 'of %%s\\n' "$line"; done || :
                fi
                echo end
                """.formatted(
                Shell.words(
                        Stream.of(ResolverFile.values()).map(ResolverFile::path).toList()),
                HostResolver.UNFINISHED);
    }

    @Override
    public Map<String, ResolverFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        if (!lines.contains("end")) {
            return Map.of();
        }
        Optional<String> link = Optional.empty();
        Set<String> active = new HashSet<>();
        Map<String, String> texts = new HashMap<>();
        List<String> servers = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "link" -> link = Optional.of(line.substring(line.indexOf(' ') + 1));
                case "active" -> active.add(words[1]);
                case "text" -> texts.put(words[1], words.length < 3 ? "" : EncodedText.decoded(words[2]));
                case "of" -> servers.addAll(ofLink(line));
                default -> {
                    // Words that stand alone are looked for below.
                }
            }
        }
        return Map.of(
                "",
                new ResolverFact(link, active, texts, lines.contains("hooks"), servers, lines.contains("unfinished")));
    }

    private static List<String> ofLink(String line) {
        int colon = line.indexOf("): ");
        return line.startsWith("of Link ") && colon > 0
                ? Arrays.asList(line.substring(colon + 3).strip().split(" +", -1))
                : List.of();
    }
}
