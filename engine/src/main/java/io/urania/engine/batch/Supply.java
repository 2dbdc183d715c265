package io.urania.engine.batch;

import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import java.util.Optional;

/** Brings files of this machine to hosts before the batches that receive them. */
@FunctionalInterface
public interface Supply {

    /** Brings nothing: every file travels in its batch. */
    Supply NONE = (_, _) -> Optional.empty();

    /**
     * Brings a file to a host, waiting for it.
     *
     * @return where it lies there, whole, checked and readable until the end of the run; nothing if it is to travel in the batch
     * @throws TransportException if the host could not be used
     */
    Optional<String> bring(Target target, Payload.LocalFile file) throws TransportException, InterruptedException;
}
