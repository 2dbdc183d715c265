package io.urania.cli.timeline;

import io.urania.cli.console.Columns;
import io.urania.cli.console.Durations;
import io.urania.cli.console.HostNames;
import io.urania.engine.plan.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A timeline as a picture. The same run gives the same bytes. */
public final class TimelineSvg {

    private static final double WIDTH = 1280;
    private static final double MARGIN = 24;
    private static final double TOP = 96;
    private static final double LANE = 15;
    private static final double BETWEEN_LANES = 2;
    private static final double BETWEEN_HOSTS = 9;
    /** Of a character of the small text, on average. */
    private static final double CHARACTER = 6.1;

    /** Characters of a cut title that still say something. */
    private static final int WORTH_READING = 10;

    private static final int PATH_SHOWN = 12;

    private final Timeline timeline;
    private final HostNames names;
    private final Scale scale;
    private final Svg svg = new Svg();
    private final Map<Row, Double> rows = new HashMap<>();
    private final List<String> phases;

    private record Row(String host, Lane lane) {}

    private TimelineSvg(Timeline timeline) {
        this.timeline = timeline;
        this.names = new HostNames(timeline.hosts());
        double left = MARGIN + 16 + names.width() * 7.2;
        this.scale = new Scale(timeline.length(), left, WIDTH - MARGIN - left);
        this.phases = timeline.phases();
    }

    public static String of(Timeline timeline) {
        return new TimelineSvg(timeline).draw();
    }

    private String draw() {
        double bottom = placeRows();
        svg.rectangle("paper", 0, 0, WIDTH, bottom + 76 + 16 * (pathShown().size() + 2), "");
        svg.text("title", MARGIN, 34, TimelineText.title(timeline));
        svg.text("small", MARGIN, 54, TimelineText.subtitle(timeline));
        legend();
        grid(bottom);
        hosts();
        timeline.bars().forEach(this::bar);
        connections();
        double end = path(bottom + 44);
        return svg.document(WIDTH, end + MARGIN, TimelineStyle.of(phases.size()));
    }

    /** Gives every host a line for each lane that it used; returns where the last one ends. */
    private double placeRows() {
        double y = TOP;
        for (String host : timeline.hosts()) {
            Set<Lane> lanes = timeline.bars().stream()
                    .filter(bar -> bar.id().host().equals(host))
                    .map(Bar::lane)
                    .collect(Collectors.toCollection(TreeSet::new));
            lanes.add(Lane.SYSTEM);
            for (Lane lane : lanes) {
                rows.put(new Row(host, lane), y);
                y += LANE + BETWEEN_LANES;
            }
            y += BETWEEN_HOSTS;
        }
        return y;
    }

    private void legend() {
        double x = MARGIN;
        for (int index = 0; index < phases.size(); index++) {
            svg.rectangle("bar phase" + index, x, 66, 11, 11, "");
            svg.text("small", x + 16, 75.5, phases.get(index));
            x += 34 + phases.get(index).length() * CHARACTER;
        }
        svg.rectangle("onpath bar facts", x, 66, 11, 11, "");
        svg.text("small", x + 16, 75.5, "on the critical path");
    }

    private void grid(double bottom) {
        for (Duration tick : scale.ticks()) {
            double x = scale.x(tick);
            svg.line("grid", x, TOP - 6, x, bottom);
            svg.text("tick", x, bottom + 14, Durations.whole(tick));
        }
    }

    private void hosts() {
        for (String host : timeline.hosts()) {
            double y = row(host, Lane.SYSTEM);
            svg.line("between", MARGIN, y - BETWEEN_HOSTS / 2 - 1, WIDTH - MARGIN, y - BETWEEN_HOSTS / 2 - 1);
            svg.text("host", MARGIN, y + LANE - 3.5, names.of(host));
            Timeline.Span facts = timeline.facts().get(host);
            if (facts != null) {
                double x = scale.x(facts.from());
                svg.rectangle(
                        "facts",
                        x,
                        y,
                        Math.max(1, scale.x(facts.to()) - x),
                        LANE,
                        names.of(host) + ": read facts ("
                                + Durations.exact(facts.to().minus(facts.from())) + ")");
            }
        }
    }

    private void bar(Bar bar) {
        double x = scale.x(bar.from());
        double y = row(bar.id().host(), bar.lane());
        double width = Math.max(1, scale.x(bar.to()) - x);
        String style = "bar phase" + phases.indexOf(bar.phase())
                + switch (bar.fate()) {
                    case DONE -> "";
                    case FAILED -> " failed";
                    case OPEN -> " open";
                }
                + (bar.link() > 0 ? " onpath" : "");
        svg.rectangle(style, x, y, width, LANE, TimelineText.sentence(bar, names));
        int room = (int) ((width - 8) / CHARACTER);
        if (room >= Math.min(bar.title().length(), WORTH_READING)) {
            String ink = bar.fate() == Bar.Fate.OPEN ? "inside" : "inside phase" + phases.indexOf(bar.phase());
            svg.text(ink, x + 4, y + LANE - 4, Columns.cut(bar.title(), room));
        }
    }

    private void connections() {
        for (int index = 1; index < timeline.path().size(); index++) {
            Bar before = timeline.path().get(index - 1);
            Bar after = timeline.path().get(index);
            double from = middle(before);
            double to = middle(after);
            double arrives = scale.x(after.from());
            if (from != to) {
                svg.elbow("chain", scale.x(before.to()), from, arrives, to > from ? to - LANE / 2 : to + LANE / 2);
            } else if (arrives - scale.x(before.to()) > 2) {
                svg.line("chain", scale.x(before.to()), from, arrives, to);
            }
        }
    }

    private double path(double top) {
        List<Bar> shown = pathShown();
        if (shown.isEmpty()) {
            return top - 16;
        }
        svg.text("heading", MARGIN, top, TimelineText.pathHeading(timeline, shown));
        double y = top + 20;
        for (Bar bar : shown) {
            svg.rectangle("bar phase" + phases.indexOf(bar.phase()), MARGIN, y - 9, 11, 11, "");
            svg.text("number", MARGIN + 62, y, Durations.exact(bar.took()));
            svg.text("small", MARGIN + 76, y, names.of(bar.id().host()));
            svg.text("small", MARGIN + 92 + names.width() * 7.2, y, bar.phase() + ": " + bar.title());
            y += 16;
        }
        return y - 16;
    }

    /** The longest of the path, in their order. */
    private List<Bar> pathShown() {
        List<Bar> longest = new ArrayList<>(timeline.path());
        longest.sort(Comparator.comparing(Bar::took).reversed().thenComparingInt(Bar::link));
        return longest.stream()
                .limit(PATH_SHOWN)
                .sorted(Comparator.comparingInt(Bar::link))
                .toList();
    }

    private double middle(Bar bar) {
        return row(bar.id().host(), bar.lane()) + LANE / 2;
    }

    private double row(String host, Lane lane) {
        return rows.getOrDefault(new Row(host, lane), TOP);
    }
}
