package io.urania.engine.network;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.network.LinksFact.Attached;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The network interfaces, from /sys/class/net and the kernel's table of routes (proc(5), "/proc/net/route"). */
public final class LinksProbe implements Probe<LinksFact> {

    /** The one question of this probe. */
    public static final Question<LinksFact> QUESTION = Question.about(new LinksProbe());

    private static final String NO_GATEWAY = "00000000";

    private LinksProbe() {}

    @Override
    public String name() {
        return "links";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                for link in /sys/class/net/*; do echo "link ${link##*/}"; done
                while read -r link destination gateway _ _ _ _ mask _; do
                    echo "route $link $destination $gateway $mask"
                done </proc/net/route
                echo all
                """;
    }

    @Override
    public Map<String, LinksFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().toList();
        if (!lines.contains("all")) {
            return Map.of();
        }
        Set<String> names = new TreeSet<>();
        List<Attached> networks = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("link") && words.length == 2) {
                names.add(words[1]);
            } else if (words.length == 5 && words[3].equals(NO_GATEWAY) && words[4].matches("[0-9A-F]{8}")) {
                networks.add(new Attached(words[1], address(words[2]) + "/" + prefixLength(words[4])));
            }
        }
        return Map.of("", new LinksFact(names, networks));
    }

    private static String address(String hexadecimal) {
        byte[] bytes = HexFormat.of().parseHex(hexadecimal);
        return (bytes[3] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[0] & 0xff);
    }

    private static int prefixLength(String mask) {
        return Integer.bitCount(Integer.parseUnsignedInt(mask, 16));
    }
}
