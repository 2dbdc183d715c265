package io.urania.control.opening;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Things to close together, the last one first; each gets its turn even if another fails. Whoever opens them one after the other does so in
 * a try with this resource, and hands them on with {@link #handedOn} when all are open.
 */
final class CloseableStack implements AutoCloseable {

    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T resource) {
        resources.push(resource);
        return resource;
    }

    /** The same things in a stack of their own: from now on it closes them, and this one does not. */
    CloseableStack handedOn() {
        CloseableStack next = new CloseableStack();
        next.resources.addAll(resources);
        resources.clear();
        return next;
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        while (!resources.isEmpty()) {
            try {
                resources.pop().close();
            } catch (IOException e) {
                failure = collect(failure, e);
            } catch (Exception e) {
                failure = collect(failure, new IOException("closing failed: " + e.getMessage(), e));
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static IOException collect(@org.jspecify.annotations.Nullable IOException first, IOException next) {
        if (first == null) {
            return next;
        }
        first.addSuppressed(next);
        return first;
    }
}
