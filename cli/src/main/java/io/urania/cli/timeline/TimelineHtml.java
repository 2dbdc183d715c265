package io.urania.cli.timeline;

import io.urania.cli.console.Durations;
import io.urania.cli.console.HostNames;
import io.urania.cli.svg.SvgText;

/** A timeline as a page that needs nothing but a browser: the picture, and every step as a row of a table. */
public final class TimelineHtml {

    private TimelineHtml() {}

    public static String of(Timeline timeline) {
        HostNames names = new HostNames(timeline.hosts());
        StringBuilder rows = new StringBuilder();
        for (Bar bar : timeline.bars()) {
            rows.append(bar.link() > 0 ? "<tr class=\"onpath\">" : "<tr>")
                    .append(cell(Durations.exact(bar.from())))
                    .append(cell(Durations.exact(bar.took())))
                    .append(cell(names.of(bar.id().host())))
                    .append(cell(bar.phase()))
                    .append(cell(bar.title()))
                    .append(cell(bar.fate().words()))
                    .append("</tr>\n");
        }
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>%s</title>
                <style>
                body { margin: 0 auto; max-width: 1280px; font: 13px DejaVu Sans, Verdana, sans-serif; color: #24292f }
                body > svg { max-width: 100%%; height: auto }
                table { border-collapse: collapse; margin: 0 24px 24px }
                th, td { text-align: left; padding: 2px 14px 2px 0; border-bottom: 1px solid #f0f1f3 }
                th:nth-child(-n+2), td:nth-child(-n+2) { text-align: right; font-variant-numeric: tabular-nums }
                .onpath td { font-weight: bold }
                </style>
                </head>
                <body>
                %s<table>
                <tr><th>From</th><th>Took</th><th>Host</th><th>Phase</th><th>Step</th><th>Outcome</th></tr>
                %s</table>
                </body>
                </html>
                """.formatted(SvgText.escaped(TimelineText.title(timeline)), TimelineSvg.of(timeline), rows);
    }

    private static String cell(String text) {
        return "<td>" + SvgText.escaped(text) + "</td>";
    }
}
