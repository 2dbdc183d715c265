package io.urania.engine.resource.packetfilter;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Asks a host which iptables it uses, and which its kernel can. */
public final class PacketFilterProbe implements Probe<PacketFilterFact> {

    /** The one question of this probe. */
    public static final Question<PacketFilterFact> QUESTION = Question.about(new PacketFilterProbe());

    static final String LINK = "/etc/alternatives/iptables";

    private PacketFilterProbe() {}

    @Override
    public String name() {
        return "packet filter";
    }

    /** A kernel without the directory of its modules has others than those that are there, or is another machine's. */
    @Override
    public String script(SortedSet<String> subjects) {
        return """
                chosen=$(readlink %s 2>/dev/null) || chosen=
                echo "chosen ${chosen##*-}"
                for word in nft legacy; do
                    [ ! -x "/usr/sbin/iptables-$word" ] || echo "present $word"
                done
                if [ -e /proc/net/ip_tables_names ]; then
                    echo "kernel yes"
                elif [ -e "/lib/modules/$(uname -r)/modules.dep" ] && command -v modprobe >/dev/null; then
                    if modprobe -n -q ip_tables; then echo "kernel yes"; else echo "kernel no"; fi
                fi
                echo end
                """.formatted(LINK);
    }

    @Override
    public Map<String, PacketFilterFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        if (!lines.contains("end")) {
            return Map.of();
        }
        Optional<Boolean> kernel = lines.contains("kernel yes")
                ? Optional.of(true)
                : lines.contains("kernel no") ? Optional.of(false) : Optional.empty();
        return Map.of(
                "", new PacketFilterFact(told("chosen", lines).stream().findFirst(), told("present", lines), kernel));
    }

    private static Set<PacketFilter> told(String kind, List<String> lines) {
        return Arrays.stream(PacketFilter.values())
                .filter(one -> lines.contains(kind + " " + one.word()))
                .collect(Collectors.toSet());
    }
}
