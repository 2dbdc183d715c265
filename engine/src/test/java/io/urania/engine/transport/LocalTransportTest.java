package io.urania.engine.transport;

/** The fake keeps the promises that the real transport keeps. */
final class LocalTransportTest extends TransportContract {

    private final Transport transport = new LocalTransport();

    @Override
    protected Transport transport() {
        return transport;
    }

    @Override
    protected Target target() {
        return LocalTransport.target("here");
    }
}
