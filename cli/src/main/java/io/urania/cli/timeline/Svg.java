package io.urania.cli.timeline;

import static io.urania.cli.svg.SvgText.escaped;
import static io.urania.cli.svg.SvgText.number;

/** SVG elements as text, one a line; numbers with one decimal, so that the same run is always the same picture. */
final class Svg {

    private final StringBuilder elements = new StringBuilder();

    /** A rectangle that tells its title to a pointer that rests on it. */
    void rectangle(String style, double x, double y, double width, double height, String title) {
        add("<rect class=\"" + style + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width)
                + "\" height=\"" + number(height) + "\" rx=\"2\""
                + (title.isEmpty() ? "/>" : "><title>" + escaped(title) + "</title></rect>"));
    }

    void line(String style, double x1, double y1, double x2, double y2) {
        add("<path class=\"" + style + "\" d=\"M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2)
                + "\"/>");
    }

    /** Along the time first, then to the other host. */
    void elbow(String style, double x1, double y1, double x2, double y2) {
        add("<path class=\"" + style + "\" d=\"M" + number(x1) + " " + number(y1) + "H" + number(x2) + "V" + number(y2)
                + "\"/>");
    }

    void text(String style, double x, double y, String text) {
        add("<text class=\"" + style + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\">" + escaped(text)
                + "</text>");
    }

    /** The whole picture. */
    String document(double width, double height, String styles) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width) + "\" height=\"" + number(height)
                + "\" viewBox=\"0 0 " + number(width) + " " + number(height) + "\" font-family=\"DejaVu Sans, Verdana,"
                + " sans-serif\">\n<style>\n" + styles + "</style>\n" + elements + "</svg>\n";
    }

    private void add(String element) {
        elements.append(element).append('\n');
    }
}
