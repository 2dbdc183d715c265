package io.urania.engine.transport;

/** The fake keeps the promises that the real transport keeps. */
final class LocalTransportTest extends TransportContract {

    private final Transport transport = new LocalTransport();

    @Override
    Transport transport() {
        return transport;
    }

    @Override
    Target target() {
        return LocalTransport.target("here");
    }
}
