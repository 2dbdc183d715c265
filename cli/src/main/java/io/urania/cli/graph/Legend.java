package io.urania.cli.graph;

import static io.urania.cli.svg.SvgText.cut;
import static io.urania.cli.svg.SvgText.escaped;
import static io.urania.cli.svg.SvgText.number;

import io.urania.cli.svg.SvgText;
import io.urania.cluster.topology.PlacedHost;
import java.util.ArrayList;
import java.util.List;

/** What the colours mean, and how many hosts have each role. */
final class Legend {
    private static final int LINE = 26;
    private static final int FONT = 13;

    private final List<PlacedHost> hosts;
    private final RoleColours colours;
    private final List<List<String>> lines = new ArrayList<>();

    /**
     * @param room how wide it may be, in pixels
     */
    Legend(List<PlacedHost> hosts, RoleColours colours, int room) {
        this.hosts = hosts;
        this.colours = colours;
        double used = room;
        for (String role : colours.roles()) {
            if (used + width(role) > room) {
                lines.add(new ArrayList<>());
                used = 0;
            }
            lines.getLast().add(role);
            used += width(role);
        }
    }

    int height() {
        return lines.size() * LINE;
    }

    /** The legend with its first line of text standing at a point. */
    String at(int left, int top) {
        StringBuilder svg = new StringBuilder();
        int y = top;
        for (List<String> line : lines) {
            double x = left;
            for (String role : line) {
                svg.append("<rect x=\"%s\" y=\"%d\" width=\"14\" height=\"14\" rx=\"4\" fill=\"%s\"/>\n"
                        .formatted(number(x), y - 12, colours.of(role)));
                svg.append("<text x=\"%s\" y=\"%d\" font-size=\"%d\" fill=\"#dbe2f0\">%s</text>\n"
                        .formatted(number(x + 22), y, FONT, escaped(entry(role))));
                x += width(role);
            }
            y += LINE;
        }
        return svg.toString();
    }

    private String entry(String role) {
        long count = hosts.stream().filter(host -> host.roles().contains(role)).count();
        return cut(role, FONT, 300) + " " + count;
    }

    private double width(String role) {
        return Math.rint(SvgText.width(entry(role), FONT) + 52);
    }
}
