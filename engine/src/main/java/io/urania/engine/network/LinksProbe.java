package io.urania.engine.network;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import io.urania.engine.network.LinksFact.Attached;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network interfaces, from /sys/class/net and the kernel's table of routes (proc(5), "/proc/net/route"). */
public final class LinksProbe implements Probe<LinksFact> {

    /** The one question of this probe. */
    public static final Question<LinksFact> QUESTION = Question.about(new LinksProbe());

    private static final Pattern LINK = Pattern.compile("link (\\S+) (\\d{1,9})");
    private static final Pattern ROUTE = Pattern.compile("route (\\S+) ([0-9A-F]{8}) ([0-9A-F]{8}) ([0-9A-F]{8})");
    private static final String NOTHING = "00000000";

    private LinksProbe() {}

    @Override
    public String name() {
        return "links";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                for file in /sys/class/net/*/mtu; do
                    link=${file%/mtu}
                    read -r unit <"$file" && echo "link ${link##*/} $unit"
                done
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
        Map<String, Integer> units = new HashMap<>();
        List<Attached> networks = new ArrayList<>();
        boolean hasDefaultRoute = false;
        for (String line : lines) {
            Matcher link = LINK.matcher(line);
            Matcher route = ROUTE.matcher(line);
            if (link.matches()) {
                units.put(link.group(1), Integer.valueOf(link.group(2)));
            } else if (route.matches()) {
                hasDefaultRoute |=
                        route.group(4).equals(NOTHING) && route.group(2).equals(NOTHING);
                if (route.group(3).equals(NOTHING)) {
                    networks.add(
                            new Attached(route.group(1), address(route.group(2)) + "/" + prefixLength(route.group(4))));
                }
            }
        }
        return Map.of("", new LinksFact(units, networks, hasDefaultRoute));
    }

    private static String address(String hexadecimal) {
        byte[] bytes = HexFormat.of().parseHex(hexadecimal);
        return (bytes[3] & 0xff) + "." + (bytes[2] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[0] & 0xff);
    }

    private static int prefixLength(String mask) {
        return Integer.bitCount(Integer.parseUnsignedInt(mask, 16));
    }
}
