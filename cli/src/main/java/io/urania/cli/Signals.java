package io.urania.cli;

import java.lang.reflect.Proxy;

/**
 * Signals of the operating system.
 *
 * <p>The class sun.misc.Signal of the module jdk.unsupported is the only way to see a second Ctrl-C: a shutdown hook is run
 * once. It is looked up by name, because the compiler warns of it and cannot be told not to.
 */
final class Signals {

    private Signals() {}

    /**
     * Has an action run, in a thread of its own, each time that a signal arrives.
     *
     * @param name without SIG, such as {@code INT}
     * @return false if this Java cannot do that; the signal then ends the program as usual
     */
    static boolean handle(String name, Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object handling = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (_, method, arguments) -> {
                        if (!method.getName().equals("handle")) {
                            return method.invoke(action, arguments);
                        }
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
            return true;
        } catch (ReflectiveOperationException e) {
            return false; // no such module, or a signal that belongs to the JVM
        }
    }
}
