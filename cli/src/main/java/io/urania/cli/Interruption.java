package io.urania.cli;

import io.urania.cli.console.Console;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the program end in order when it is interrupted (Ctrl-C, SIGTERM): the thread at work is interrupted and gets some
 * time to close its connections. The JVM then ends with 128 and the signal's number.
 */
final class Interruption {

    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);

    private Interruption() {}

    /** Watches over the calling thread. */
    static Interruption watch(Console console) {
        Interruption interruption = new Interruption();
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.end(worker, console), "interruption"));
        return interruption;
    }

    /** To be told when the work is over. */
    void finished() {
        finished.countDown();
    }

    private void end(Thread worker, Console console) {
        if (finished.getCount() == 0) {
            return;
        }
        console.footer(List.of());
        console.printError("\ninterrupted: ending what runs; type the same command again to continue");
        worker.interrupt();
        // A thread that reads what a process prints cannot be interrupted: the process has to end.
        ProcessHandle.current().children().filter(Interruption::isSsh).forEach(ProcessHandle::destroy);
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hosts of a virtual rack may be children too, and go on. */
    private static boolean isSsh(ProcessHandle child) {
        return child.info()
                .command()
                .filter(command -> command.endsWith("/ssh"))
                .isPresent();
    }
}
