package io.urania.lab.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads a stream to its end in the background, so that a program which fills one pipe is not stuck on the other. */
final class Drain {
    private final CompletableFuture<String> text = new CompletableFuture<>();

    Drain(InputStream stream) {
        Thread.ofVirtual().start(() -> {
            try (stream) {
                text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException failure) {
                text.completeExceptionally(new UncheckedIOException(failure));
            }
        });
    }

    String text() throws IOException {
        try {
            return text.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof UncheckedIOException unchecked) {
                throw unchecked.getCause();
            }
            throw failure;
        }
    }
}
