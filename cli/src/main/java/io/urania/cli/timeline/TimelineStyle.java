package io.urania.cli.timeline;

/** Colours and sizes. Neighbouring phases can be told apart by people who do not see all colours, and on paper. */
final class TimelineStyle {

    /** Fill and text of each phase; they come round again where there are more phases. */
    private static final String[][] PHASES = {
        {"#9db4c0", "#1d2b33"},
        {"#3d6b99", "#ffffff"},
        {"#8fc1e3", "#14303f"},
        {"#e3b23c", "#33270a"},
        {"#4f8f6b", "#ffffff"},
        {"#c8553d", "#ffffff"},
        {"#b5d99c", "#22331a"},
        {"#7a5c99", "#ffffff"},
        {"#d8a7b1", "#3a1c22"},
        {"#5c5c5c", "#ffffff"},
    };

    private static final String COMMON = """
            .paper { fill: #ffffff }
            text { fill: #24292f }
            .title { font-size: 20px; font-weight: bold }
            .heading { font-size: 13px; font-weight: bold }
            .small, .number { font-size: 11px }
            .number { text-anchor: end }
            .host { font-size: 12px }
            .tick { font-size: 10px; fill: #6b7280; text-anchor: middle }
            .inside { font-size: 9.5px; pointer-events: none }
            .grid { stroke: #e5e7eb; stroke-width: 1 }
            .between { stroke: #f0f1f3; stroke-width: 1 }
            .facts { fill: #eceff2 }
            .bar { stroke: #ffffff; stroke-width: 0.4 }
            .onpath { stroke: #111827; stroke-width: 1.4 }
            .chain { stroke: #111827; stroke-width: 1.4; fill: none }
            """;

    /** After the phases' own, which they go before. */
    private static final String FATES = """
            .bar.failed { fill: #d00000; stroke: #600000; stroke-width: 1.4 }
            .bar.open { fill-opacity: 0.35; stroke: #d00000; stroke-width: 1; stroke-dasharray: 3 2 }
            """;

    private TimelineStyle() {}

    static String of(int phases) {
        StringBuilder styles = new StringBuilder(COMMON);
        for (int index = 0; index < phases; index++) {
            String[] colours = PHASES[index % PHASES.length];
            styles.append("rect.phase%1$d { fill: %2$s } text.phase%1$d { fill: %3$s }%n"
                    .formatted(index, colours[0], colours[1]));
        }
        return styles.append(FATES).toString();
    }
}
