package io.urania.engine.distribution;

import io.urania.engine.batch.BatchListener;
import io.urania.engine.batch.BatchRunner;
import io.urania.engine.batch.Mode;
import io.urania.engine.batch.Operation;
import io.urania.engine.batch.Payload;
import io.urania.engine.batch.Step;
import io.urania.engine.batch.StepResult;
import io.urania.engine.transport.Target;
import io.urania.engine.transport.Transport;
import io.urania.engine.transport.TransportException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The files under way on one host. One file at a time comes in. */
final class HostStore {

    private final Target target;
    private final Peer peer;
    private final BatchRunner batches;
    private final Listener listener;
    private final ReentrantLock entrance = new ReentrantLock();

    HostStore(Transport transport, Target target, Peer peer) {
        this.target = target;
        this.peer = peer;
        this.batches = new BatchRunner(transport);
        this.listener = new Listener(transport, target, peer);
    }

    ReentrantLock entrance() {
        return entrance;
    }

    Listener listener() {
        return listener;
    }

    String address() {
        return peer.address();
    }

    String path(Payload.LocalFile file) {
        return peer.store() + "/" + file.sha256();
    }

    /** Takes what is missing from this machine. */
    boolean receive(Payload.LocalFile file) throws TransportException, InterruptedException {
        StepResult size = run(StoreScripts.size(peer.store(), file.sha256()));
        if (!size.succeeded()) {
            return false;
        }
        String bytes = size.output().strip();
        if (!bytes.matches("[0-9]{1,15}")) {
            return false;
        }
        long have = Long.parseLong(bytes);
        if (have >= file.size() && run(StoreScripts.prove(peer.store(), file)).succeeded()) {
            return true;
        }
        long offset = have < file.size() ? have : 0;
        return run(StoreScripts.receive(peer.store(), file, offset)).succeeded();
    }

    /** Takes what is missing from another host. */
    boolean fetch(Payload.LocalFile file, String address, int port) throws TransportException, InterruptedException {
        return run(StoreScripts.size(peer.store(), file.sha256())).succeeded()
                && run(StoreScripts.fetch(peer.store(), file, address, port)).succeeded();
    }

    void remove() throws TransportException, InterruptedException {
        run(StoreScripts.remove(peer.store()));
    }

    private StepResult run(Operation operation) throws TransportException, InterruptedException {
        return batches.run(target, List.of(new Step("file", operation)), Mode.STOP_AT_FAILURE, BatchListener.NONE)
                .getFirst();
    }
}
