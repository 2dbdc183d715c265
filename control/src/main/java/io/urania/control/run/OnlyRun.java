package io.urania.control.run;

import io.urania.control.failure.ExitCode;
import io.urania.control.failure.Refusal;
import io.urania.engine.state.RunLock;
import io.urania.engine.state.StateDirectory;
import java.io.IOException;
import java.util.Optional;

/** The lock beside an inventory: of the runs on this machine, one at a time has it. */
public final class OnlyRun {

    private OnlyRun() {}

    /**
     * Takes the lock.
     *
     * @param holder who takes it, what for and since when, for those who cannot have it
     * @throws Refusal if another run has it
     */
    public static RunLock lock(StateDirectory state, String holder) throws Refusal, IOException {
        Optional<RunLock> lock = RunLock.take(state, holder);
        if (lock.isEmpty()) {
            throw new Refusal(
                    ExitCode.LOCKED,
                    "another run is changing this cluster: " + RunLock.holder(state) + " (its lock is " + state.lock()
                            + "); wait until it ends, then run the same command again");
        }
        return lock.get();
    }
}
