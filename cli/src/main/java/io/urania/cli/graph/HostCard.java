package io.urania.cli.graph;

import static io.urania.cli.svg.SvgText.cut;
import static io.urania.cli.svg.SvgText.escaped;
import static io.urania.cli.svg.SvgText.number;
import static io.urania.cli.svg.SvgText.width;

import io.urania.cli.console.HostNames;
import io.urania.cluster.topology.PlacedHost;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The drawing of one host: its name, its address, and a plate for each role. */
final class HostCard {
    static final int WIDTH = 232;
    static final int HEIGHT = 86;

    private static final int LEFT = 20;
    private static final double PLATE_FONT = 10.5;

    private final HostNames names;
    private final RoleColours colours;

    HostCard(HostNames names, RoleColours colours) {
        this.names = names;
        this.colours = colours;
    }

    /** The host's group of elements with its upper left corner at a point. */
    String at(int x, int y, PlacedHost host) {
        String colour = colours.of(host);
        StringBuilder svg = new StringBuilder();
        svg.append("<g transform=\"translate(%d %d)\">\n".formatted(x, y));
        svg.append("<title>%s</title>\n".formatted(escaped(words(host))));
        svg.append("<rect width=\"%d\" height=\"%d\" rx=\"7\" fill=\"#1d2740\" stroke=\"#3a486a\"/>\n"
                .formatted(WIDTH, HEIGHT));
        svg.append("<path d=\"M7 0 H8 V%d H7 A7 7 0 0 1 0 %d V7 A7 7 0 0 1 7 0 Z\" fill=\"%s\"/>\n"
                .formatted(HEIGHT, HEIGHT - 7, colour));
        svg.append("<circle cx=\"%d\" cy=\"17\" r=\"3\" fill=\"%s\"/>\n".formatted(WIDTH - 16, colour));
        svg.append("<circle cx=\"%d\" cy=\"17\" r=\"3\" fill=\"none\" stroke=\"#5b6b91\"/>\n".formatted(WIDTH - 27));
        svg.append("<text x=\"%d\" y=\"27\" font-size=\"17\" font-weight=\"600\" fill=\"#f4f6fb\">%s</text>\n"
                .formatted(LEFT, escaped(cut(names.of(host.name()), 17, WIDTH - LEFT - 56))));
        svg.append(address(host));
        svg.append(plates(host));
        return svg.append("</g>\n").toString();
    }

    private static String address(PlacedHost host) {
        String address = host.address().orElse("no address");
        double size = Math.clamp((WIDTH - LEFT - 12) / Math.max(1, width(address, 1)), 8.5, 12.5);
        return "<text x=\"%d\" y=\"46\" font-size=\"%s\" font-family=\"%s\" fill=\"#b9c4da\">%s</text>\n"
                .formatted(LEFT, number(size), RackDrawing.MONOSPACE, escaped(cut(address, size, WIDTH - LEFT - 8)));
    }

    /** As many plates as fit; the card's title has all roles. */
    private String plates(PlacedHost host) {
        StringBuilder svg = new StringBuilder();
        double x = LEFT;
        for (String role : host.roles().isEmpty() ? List.of("no role") : host.roles()) {
            String text = cut(role, PLATE_FONT, WIDTH - LEFT - 30);
            double width = Math.rint(width(text, PLATE_FONT) + 14);
            if (x + width > WIDTH - 6) {
                break;
            }
            svg.append("<rect x=\"%s\" y=\"58\" width=\"%s\" height=\"18\" rx=\"9\" fill=\"%s\"/>\n"
                    .formatted(number(x), number(width), colours.of(role)));
            svg.append(
                    "<text x=\"%s\" y=\"70.8\" font-size=\"%s\" font-weight=\"600\" text-anchor=\"middle\" fill=\"%s\">%s</text>\n"
                            .formatted(number(x + width / 2), number(PLATE_FONT), RoleColours.INK, escaped(text)));
            x += width + 6;
        }
        return svg.toString();
    }

    private static String words(PlacedHost host) {
        String roles = host.roles().isEmpty() ? "no role" : String.join(", ", host.roles());
        return host.name() + ": "
                + Stream.of(roles, host.address().orElse(""), host.location().words())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; "));
    }
}
