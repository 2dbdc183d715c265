package io.urania.cli.graph;

import static io.urania.cli.svg.SvgText.cut;
import static io.urania.cli.svg.SvgText.escaped;
import static io.urania.cli.svg.SvgText.width;

import io.urania.cli.console.HostNames;
import io.urania.cluster.topology.PlacedHost;
import io.urania.cluster.topology.Topology;
import java.util.List;

/**
 * Racks and rows with their hosts, as an SVG document of its own: it needs nothing but a viewer, has its own background, and is the same for
 * the same inventory.
 */
public final class RackDrawing {
    static final String MONOSPACE = "DejaVu Sans Mono, Menlo, Consolas, monospace";

    private static final String SANS = "DejaVu Sans, Segoe UI, Helvetica, Arial, sans-serif";
    private static final int MARGIN = 40;
    private static final int HEADER = 116;
    private static final int GAP = 14;
    private static final int RAIL = 22;
    private static final int RACK_WIDTH = HostCard.WIDTH + 2 * RAIL;
    private static final int RACK_GAP = 26;
    private static final int RACK_HEAD = 44;
    private static final int LEGEND = 30;

    private final Topology topology;
    private final RackGrid grid;
    private final RackWords words;
    private final RoleColours colours;
    private final HostCard card;
    /** The room left of the racks for the names of rows. */
    private final int gutter;

    public RackDrawing(Topology topology) {
        this.topology = topology;
        this.grid = RackGrid.of(topology.hosts());
        this.words = new RackWords(topology, grid);
        this.colours = new RoleColours(topology.hosts());
        this.card = new HostCard(
                new HostNames(topology.hosts().stream().map(PlacedHost::name).toList()), colours);
        int longest =
                grid.rows().stream().mapToInt(row -> (int) width(row, 13)).max().orElse(0);
        this.gutter = longest == 0 ? 0 : Math.min(longest, 150) + 18;
    }

    public String svg() {
        int racks = grid.columns().size() + (grid.loose().isEmpty() ? 0 : 1);
        int inner = Math.max(gutter + racks * RACK_WIDTH + Math.max(0, racks - 1) * RACK_GAP, 560);
        int width = inner + 2 * MARGIN;
        Legend legend = new Legend(topology.hosts(), colours, inner - gutter);
        int below = HEADER + Math.max(rackHeight(), looseHeight());
        int height = below + LEGEND + legend.height() + MARGIN;
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title description\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" font-family=\"%s\">\n"
                        .formatted(width, height, width, height, SANS));
        svg.append("<title id=\"title\">%s</title>\n".formatted(escaped(words.title())));
        svg.append("<desc id=\"description\">%s</desc>\n".formatted(escaped(words.description())));
        svg.append("<rect width=\"%d\" height=\"%d\" fill=\"%s\"/>\n".formatted(width, height, RoleColours.INK));
        svg.append("<text x=\"%d\" y=\"62\" font-size=\"28\" font-weight=\"700\" fill=\"#f4f6fb\">%s</text>\n"
                .formatted(MARGIN, escaped(cut(topology.cluster(), 28, inner))));
        svg.append("<text x=\"%d\" y=\"88\" font-size=\"14\" fill=\"#b9c4da\">%s</text>\n"
                .formatted(MARGIN, escaped(cut(words.summary(), 14, inner))));
        int x = MARGIN + gutter;
        for (RackGrid.Column column : grid.columns()) {
            svg.append(rack(x, column));
            x += RACK_WIDTH + RACK_GAP;
        }
        svg.append(loose(x));
        svg.append(rowNames());
        svg.append(legend.at(MARGIN + gutter, below + LEGEND + 14));
        return svg.append("</svg>\n").toString();
    }

    private String rack(int x, RackGrid.Column column) {
        StringBuilder svg = new StringBuilder();
        int height = rackHeight();
        svg.append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"10\" fill=\"#141c30\" stroke=\"#2f3c5c\"/>\n"
                        .formatted(x, HEADER, RACK_WIDTH, height));
        svg.append(rackName(x, named(column)));
        for (int row = 0; row < grid.rows().size(); row++) {
            int y = rowTop(row);
            int bottom = y + rowHeight(row) - GAP;
            for (int screw : List.of(y + 10, bottom - 10)) {
                svg.append(screw(x + RAIL / 2, screw)).append(screw(x + RACK_WIDTH - RAIL / 2, screw));
            }
            if (column.cells().get(row).isEmpty()) {
                svg.append(
                        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"7\" fill=\"none\" stroke=\"#2f3c5c\" stroke-dasharray=\"4 5\"/>\n"
                                .formatted(x + RAIL, y, HostCard.WIDTH, bottom - y));
            }
            for (PlacedHost host : column.cells().get(row)) {
                svg.append(card.at(x + RAIL, y, host));
                y += HostCard.HEIGHT + GAP;
            }
        }
        return svg.toString();
    }

    /** What stands outside the racks, for all that the labels say. */
    private String loose(int x) {
        if (grid.loose().isEmpty()) {
            return "";
        }
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"10\" fill=\"none\" stroke=\"#42517a\" stroke-dasharray=\"4 5\"/>\n"
                        .formatted(x, HEADER, RACK_WIDTH, looseHeight()));
        svg.append(rackName(x, "outside the racks"));
        int y = HEADER + RACK_HEAD;
        for (PlacedHost host : grid.loose()) {
            svg.append(card.at(x + RAIL, y, host));
            y += HostCard.HEIGHT + GAP;
        }
        return svg.toString();
    }

    private static String rackName(int x, String name) {
        return "<text x=\"%d\" y=\"%d\" font-size=\"14\" font-weight=\"600\" letter-spacing=\"0.4\" text-anchor=\"middle\" fill=\"#dbe2f0\">%s</text>\n"
                .formatted(x + RACK_WIDTH / 2, HEADER + 27, escaped(cut(name, 14.5, RACK_WIDTH - 40)));
    }

    private static String screw(int x, int y) {
        return "<circle cx=\"%d\" cy=\"%d\" r=\"3.2\" fill=\"#0d1321\" stroke=\"#42517a\"/>\n".formatted(x, y);
    }

    private String rowNames() {
        StringBuilder svg = new StringBuilder();
        for (int row = 0; row < grid.rows().size(); row++) {
            svg.append("<text x=\"%d\" y=\"%d\" font-size=\"13\" text-anchor=\"end\" fill=\"#b9c4da\">%s</text>\n"
                    .formatted(
                            MARGIN + gutter - 14,
                            rowTop(row) + (rowHeight(row) - GAP) / 2 + 5,
                            escaped(cut(grid.rows().get(row), 13, 152))));
        }
        return svg.toString();
    }

    private String named(RackGrid.Column column) {
        return column.name().isEmpty() ? (hasRacks() ? "no rack" : "hosts") : column.name();
    }

    private boolean hasRacks() {
        return grid.columns().stream().anyMatch(column -> !column.name().isEmpty());
    }

    private int rackHeight() {
        return rowTop(grid.rows().size()) - HEADER + RAIL - GAP;
    }

    private int looseHeight() {
        int hosts = grid.loose().size();
        return hosts == 0 ? 0 : RACK_HEAD + hosts * (HostCard.HEIGHT + GAP) + RAIL - GAP;
    }

    private int rowTop(int row) {
        int y = HEADER + RACK_HEAD;
        for (int above = 0; above < row; above++) {
            y += rowHeight(above);
        }
        return y;
    }

    private int rowHeight(int row) {
        return Math.max(1, grid.depth(row)) * (HostCard.HEIGHT + GAP);
    }
}
