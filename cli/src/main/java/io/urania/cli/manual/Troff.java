package io.urania.cli.manual;

/** Text in troff's language, with the macros of man(7). */
final class Troff {

    private final StringBuilder text = new StringBuilder();

    /** The page's first line. */
    Troff title(String page, String source) {
        text.append(".TH \"")
                .append(quoted(page))
                .append("\" 1 \"\" \"")
                .append(quoted(source))
                .append("\"\n");
        return this;
    }

    Troff section(String heading) {
        text.append(".SH \"").append(quoted(heading)).append("\"\n");
        return this;
    }

    /** A paragraph. */
    Troff paragraph(String words) {
        text.append(".PP\n").append(line(words));
        return this;
    }

    /** Words that belong to what stands before them. */
    Troff words(String words) {
        text.append(line(words));
        return this;
    }

    /** Something in bold with its explanation indented below. */
    Troff entry(String what, String explanation) {
        text.append(".TP\n\\fB").append(escaped(what)).append("\\fR\n").append(line(explanation));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A full stop or an apostrophe at the beginning would make it a request. */
    private static String line(String words) {
        return "\\&" + escaped(words) + "\n";
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\e")
                .replace("-", "\\-")
                .replace("'", "\\(aq")
                .replace("…", "\\&...");
    }

    private static String quoted(String words) {
        return escaped(words).replace("\"", "\\(dq");
    }
}
