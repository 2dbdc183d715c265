package io.urania.cli.console;

import io.urania.engine.text.ControlSequences;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is printed or asked goes through here. Lines scroll; below them a footer may stand that is redrawn in
 * place, and rests while a question waits for its answer. Safe for use by many threads.
 */
public final class Console {

    private static final String HIDE_CURSOR = "\u001b[?25l";
    private static final String SHOW_CURSOR = "\u001b[?25h";
    private static final String CLEAR_TO_END = "\u001b[J";

    private final BufferedReader input;
    private final PrintStream output;
    private final PrintStream errors;
    private final Abilities abilities;
    private final Supplier<Size> size;
    private List<String> footer = List.of();
    private volatile boolean asking;

    /**
     * What the streams are connected to.
     *
     * @param questions whether a person can be asked: input and error are a terminal
     * @param live whether output is a terminal that can move its cursor
     * @param style how output is coloured
     * @param errorStyle how errors are coloured, which may go elsewhere
     */
    public record Abilities(boolean questions, boolean live, Style style, Style errorStyle) {

        /** Neither questions nor colours: pipes, files, tests. */
        public static final Abilities NONE = new Abilities(false, false, Style.PLAIN);

        /** Output and errors in the same style. */
        public Abilities(boolean questions, boolean live, Style style) {
            this(questions, live, style, style);
        }

        /**
         * Decides from the streams that are terminals and the environment.
         *
         * @param terminals the numbers of those of the three standard streams that are a terminal, such as "012"
         * @param term the environment's TERM
         * @param noColor the environment's NO_COLOR: set and not empty means no colour (no-color.org)
         */
        public static Abilities of(String terminals, @Nullable String term, @Nullable String noColor) {
            boolean capable = term != null && !term.isEmpty() && !term.equals("dumb");
            boolean coloured = capable && (noColor == null || noColor.isEmpty());
            return new Abilities(
                    terminals.contains("0") && terminals.contains("2"),
                    capable && terminals.contains("1"),
                    coloured && terminals.contains("1") ? Style.COLOURED : Style.PLAIN,
                    coloured && terminals.contains("2") ? Style.COLOURED : Style.PLAIN);
        }

        public Abilities withoutColour() {
            return new Abilities(questions, live, Style.PLAIN);
        }
    }

    public Console(
            BufferedReader input, PrintStream output, PrintStream errors, Abilities abilities, Supplier<Size> size) {
        this.input = input;
        this.output = output;
        this.errors = errors;
        this.abilities = abilities;
        this.size = size;
    }

    /** The same streams, without colours. */
    public Console withoutColour() {
        return new Console(input, output, errors, abilities.withoutColour(), size);
    }

    public Style style() {
        return abilities.style();
    }

    /** How errors are coloured: standard error may be a terminal where standard output is not, and the other way round. */
    public Style errorStyle() {
        return abilities.errorStyle();
    }

    /** Whether {@link #footer} shows anything. */
    public boolean isLive() {
        return abilities.live();
    }

    /** Whether somebody is there to answer {@link #confirm}. */
    public boolean canAsk() {
        return abilities.questions();
    }

    public Size size() {
        return size.get();
    }

    /** Prints a line, or several if the text has line ends, above the footer. */
    public synchronized void print(String text) {
        aboveFooter(output, shown(text, abilities.style()));
    }

    /** Prints what is too long to be held as one text. */
    public synchronized void print(Streamed content) throws IOException {
        footer(List.of());
        content.writeTo(output);
        output.flush();
    }

    /** What is written piece by piece, lines ended. */
    @FunctionalInterface
    public interface Streamed {
        void writeTo(OutputStream target) throws IOException;
    }

    public void print(List<String> lines) {
        if (!lines.isEmpty()) {
            print(String.join("\n", lines));
        }
    }

    /** Prints to standard error, above the footer. */
    public synchronized void printError(String text) {
        aboveFooter(errors, shown(text, abilities.errorStyle()));
    }

    /**
     * Replaces the footer; an empty one takes it away. Shows nothing where {@link #isLive} is false, nor below a question, which it would
     * overwrite: what is to be seen after the answer is drawn again then.
     *
     * @param lines none longer than the terminal is wide: wrapped lines cannot be taken back
     */
    public synchronized void footer(List<String> lines) {
        if (asking || !abilities.live() || lines.equals(footer)) {
            return;
        }
        StringBuilder drawing = new StringBuilder();
        if (footer.isEmpty()) {
            drawing.append(HIDE_CURSOR);
        }
        drawing.append(erasure());
        footer = lines.stream().map(line -> shown(line, abilities.style())).toList();
        drawing.append(drawnFooter());
        if (footer.isEmpty()) {
            drawing.append(SHOW_CURSOR);
        }
        output.print(drawing);
        output.flush();
    }

    /**
     * Asks a question that is answered with y or n; everything but yes is no.
     *
     * @throws IllegalStateException if nobody is there: see {@link #canAsk}
     */
    public boolean confirm(String question) throws IOException {
        return ask(question + " [y/N]")
                .filter(answer -> List.of("y", "yes").contains(answer.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /**
     * Asks a question that is answered with a line; the answer has no spaces around it, and there is none at the end of the input.
     *
     * @throws IllegalStateException if nobody is there: see {@link #canAsk}
     */
    public Optional<String> ask(String question) throws IOException {
        if (!abilities.questions()) {
            throw new IllegalStateException("there is no terminal to ask: " + question);
        }
        put(question + " ");
        try {
            return Optional.ofNullable(input.readLine()).map(String::strip);
        } finally {
            asking = false;
        }
    }

    /** Whether an answer is being waited for, from which a thread cannot be interrupted. */
    public boolean isAsking() {
        return asking;
    }

    /** Others may print while the answer is waited for. */
    private synchronized void put(String question) {
        footer(List.of());
        asking = true;
        errors.print(shown(question, abilities.errorStyle()));
        errors.flush();
    }

    /**
     * Asks for a line that is not shown while it is typed; the end of input is an empty one.
     *
     * @throws IllegalStateException if nobody is there: see {@link #canAsk}
     */
    public String secret(String question, Echo echo) throws IOException {
        if (!abilities.questions()) {
            throw new IllegalStateException("there is no terminal to ask: " + question);
        }
        put(question);
        try {
            return unseen(echo);
        } finally {
            asking = false;
        }
    }

    private String unseen(Echo echo) throws IOException {
        echo.show(false);
        try {
            String answer = input.readLine();
            return answer == null ? "" : answer;
        } finally {
            echo.show(true);
            errors.println();
            errors.flush();
        }
    }

    private void aboveFooter(PrintStream stream, String text) {
        if (footer.isEmpty()) {
            stream.println(text);
            stream.flush();
            return;
        }
        output.print(erasure());
        output.flush();
        stream.println(text);
        stream.flush();
        output.print(drawnFooter());
        output.flush();
    }

    /** Texts have parts that hosts made, which must not get to rule the terminal; colours of our own stay. */
    private static String shown(String text, Style style) {
        return ControlSequences.removed(text, style.sequences());
    }

    private String erasure() {
        return footer.isEmpty() ? "" : "\u001b[" + footer.size() + "A\r" + CLEAR_TO_END;
    }

    private String drawnFooter() {
        return footer.isEmpty() ? "" : String.join("\n", footer) + "\n";
    }
}
