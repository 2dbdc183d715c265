package io.urania.engine.run;

import io.urania.engine.transport.Target;
import io.urania.engine.transport.TransportException;
import io.urania.engine.transport.TransportException.Cause;

/** What a thread that asks a host throws besides failures of the host: it must not be lost there. */
final class Defects {

    private Defects() {}

    /** To be thrown where the thread is waited for. */
    static RuntimeException unchecked(Throwable defect) {
        return switch (defect) {
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(defect);
        };
    }

    /** The answer of one host was more than this program can hold: the others go on. */
    static TransportException exhausted(Target target, VirtualMachineError error) {
        return new TransportException(
                Cause.ANSWER,
                target.where() + ": sent output that cannot be parsed: not enough memory for it ("
                        + error.getClass().getSimpleName()
                        + "); log in by hand and check what the host prints");
    }
}
