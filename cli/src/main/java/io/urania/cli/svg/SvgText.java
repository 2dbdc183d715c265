package io.urania.cli.svg;

import io.urania.inventory.problem.Printable;
import java.util.Locale;

/** Text for an SVG document, whatever it holds, and about as wide as it may be. */
public final class SvgText {
    private static final double WIDTH_OF_A_CHARACTER = 0.6;

    private SvgText() {}

    /** Text in XML: nothing in it is markup, and characters that XML does not allow are replaced. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\n' -> escaped.append('\n');
                case 0xFFFE, 0xFFFF -> escaped.append('\uFFFD');
                default -> escaped.append(Printable.of(Character.toString(character)));
            }
        });
        return escaped.toString();
    }

    /** Text cut to a width in pixels, in a font of this size, with an ellipsis where something is missing. */
    public static String cut(String text, double size, double width) {
        int most = Math.max(1, (int) (width / (size * WIDTH_OF_A_CHARACTER)));
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** About how wide a text is, in pixels. */
    public static double width(String text, double size) {
        return text.codePointCount(0, text.length()) * size * WIDTH_OF_A_CHARACTER;
    }

    /** A number as SVG writes it, the same everywhere. */
    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
