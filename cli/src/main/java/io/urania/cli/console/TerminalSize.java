package io.urania.cli.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The terminal's size, asked again after a while because windows are resized. */
public final class TerminalSize implements Supplier<Size> {

    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("([1-9][0-9]{0,4}) ([1-9][0-9]{0,4})");
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Supplier<Optional<Size>> asking;
    private final LongSupplier nanoTime;
    private @Nullable Size known;
    private long askedAt;

    /**
     * @param asking finds out the size, or nothing where that is not possible
     * @param nanoTime as {@link System#nanoTime}
     */
    public TerminalSize(Supplier<Optional<Size>> asking, LongSupplier nanoTime) {
        this.asking = asking;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized Size get() {
        Size size = known;
        long now = nanoTime.getAsLong();
        if (size == null || now - askedAt > FRESH.toNanos()) {
            size = asking.get().orElse(size == null ? Size.USUAL : size);
            known = size;
            askedAt = now;
        }
        return size;
    }

    /** Asks {@code stty}, which every system with a terminal has; COLUMNS is the second best. */
    public static Optional<Size> ask(@Nullable String columns) {
        return stty().or(() -> parse("24 " + columns));
    }

    /** Reads {@code rows columns}, as {@code stty size} prints them. */
    static Optional<Size> parse(String text) {
        Matcher matcher = ROWS_AND_COLUMNS.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Size(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    private static Optional<Size> stty() {
        try {
            Process process = new ProcessBuilder("sh", "-c", "stty size </dev/tty 2>/dev/null")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            process.waitFor(1, TimeUnit.SECONDS);
            return parse(answer);
        } catch (IOException e) {
            return Optional.empty(); // no shell, no terminal: the usual size will do
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
